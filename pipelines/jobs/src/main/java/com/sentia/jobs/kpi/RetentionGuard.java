package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.FactDiff;
import com.sentia.runtime.Rejection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/**
 * Leaves out facts older than retention, whose slices are gone. The watermark never goes back: what is left out when it
 * comes is also left out when it is taken back, so that the rest of its version may count.
 */
final class RetentionGuard {
    static final OutputTag<Rejection> BEYOND_RETENTION =
            new OutputTag<>("beyond-retention", TypeInformation.of(Rejection.class));

    private final long retentionMicros;
    private final RestoredFinalTo finalTo;

    RetentionGuard(OperatorStateStore store, Duration retention) throws Exception {
        this.retentionMicros = retention.toMillis() * 1_000;
        this.finalTo = new RestoredFinalTo(store);
    }

    /** What still can be changed of all that a version changes; the same where nothing is too old. */
    FactDiff within(FactDiff diff, long watermarkMs) {
        finalTo.advance(watermarkMs);
        return finalTo.micros() == RestoredFinalTo.NONE ? diff : diff.from(finalTo.micros() - retentionMicros);
    }

    void snapshot() throws Exception {
        finalTo.snapshot();
    }

    static Rejection rejection(EntityChange change, long nowMs) {
        return new Rejection(
                "beyond-retention",
                "the version changes facts older than what is kept, which are left out; its bytes are at its place in the topic",
                change.position(),
                change.key().getBytes(StandardCharsets.UTF_8),
                null,
                nowMs * 1_000);
    }
}
