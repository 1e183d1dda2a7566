package com.sentia.launcher.status;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** The stream at one moment; what could not be seen is empty. */
public record Snapshot(
        Optional<SimulatorStatus> simulator,
        KafkaLook.Hops hops,
        DatabaseLook.Progress database,
        Map<String, BigDecimal> headlines) {
    public static final Snapshot NOTHING =
            new Snapshot(Optional.empty(), KafkaLook.Hops.NONE, DatabaseLook.Progress.NONE, Map.of());

    public long records(Hop hop) {
        return hops.recordsOf(hop.topics());
    }
}
