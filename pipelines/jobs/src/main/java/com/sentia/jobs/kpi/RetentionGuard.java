package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.FactDiff;
import com.sentia.runtime.Rejection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** Tells changes of facts older than retention, whose slices are gone. */
final class RetentionGuard {
    static final OutputTag<Rejection> BEYOND_RETENTION =
            new OutputTag<>("beyond-retention", TypeInformation.of(Rejection.class));

    private final long retentionMicros;
    private final RestoredFinalTo finalTo;

    RetentionGuard(OperatorStateStore store, Duration retention) throws Exception {
        this.retentionMicros = retention.toMillis() * 1_000;
        this.finalTo = new RestoredFinalTo(store);
    }

    boolean isBeyond(FactDiff diff, long watermarkMs) {
        finalTo.advance(watermarkMs);
        return finalTo.micros() != RestoredFinalTo.NONE && diff.earliestMicros() < finalTo.micros() - retentionMicros;
    }

    void snapshot() throws Exception {
        finalTo.snapshot();
    }

    static Rejection rejection(EntityChange change, long nowMs) {
        return new Rejection(
                "beyond-retention",
                "the version changes facts older than what is kept; its bytes are at its place in the topic",
                change.position(),
                change.key().getBytes(StandardCharsets.UTF_8),
                null,
                nowMs * 1_000);
    }
}
