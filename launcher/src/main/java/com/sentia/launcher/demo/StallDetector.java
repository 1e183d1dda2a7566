package com.sentia.launcher.demo;

import com.sentia.launcher.parts.PartNames;
import com.sentia.launcher.status.Hop;
import com.sentia.launcher.status.SimulatorStatus;
import com.sentia.launcher.status.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Notices that nothing moves any more, and says where the stream stands still. */
final class StallDetector {
    private final Duration limit;
    private List<Object> lastSeen = List.of();
    private Duration lastMove = Duration.ZERO;

    StallDetector(Duration limit) {
        this.limit = limit;
    }

    /**
     * Where it stands still; empty while anything has moved within the limit.
     *
     * @param now time since the run began
     */
    Optional<Stall> look(Snapshot snapshot, Duration now) {
        List<Object> seen = List.of(
                snapshot.simulator().map(SimulatorStatus::virtualNow),
                snapshot.simulator().map(SimulatorStatus::linesServed),
                snapshot.records(Hop.CANONICAL),
                snapshot.records(Hop.VALUES),
                snapshot.database().finalTo());
        if (!seen.equals(lastSeen)) {
            lastSeen = seen;
            lastMove = now;
        }
        return now.minus(lastMove).compareTo(limit) < 0 ? Optional.empty() : Optional.of(where(snapshot));
    }

    /** A hop, and the part that should carry it. */
    record Stall(String hop, String part) {}

    private static Stall where(Snapshot snapshot) {
        if (snapshot.simulator().isEmpty()) {
            return new Stall("the simulated shops don't answer", PartNames.SIMULATOR);
        }
        if (snapshot.records(Hop.RAW) == 0) {
            return new Stall("no order reaches the raw topic", PartNames.CONNECT);
        }
        if (snapshot.records(Hop.CANONICAL) == 0
                || Hop.RAW.topics().stream().mapToLong(snapshot.hops()::lagOf).sum() > Hop.ONLY_MARKERS) {
            return new Stall("raw records don't become canonical ones", PartNames.NORMALIZER);
        }
        if (!snapshot.simulator().get().ended()) {
            return new Stall("the shops' clock waits for its reader", PartNames.CONNECT);
        }
        return new Stall("values don't become final", PartNames.FLINK_TASKMANAGER);
    }
}
