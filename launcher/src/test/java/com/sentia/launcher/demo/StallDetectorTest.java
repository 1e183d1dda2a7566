package com.sentia.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.launcher.status.DatabaseLook;
import com.sentia.launcher.status.KafkaLook;
import com.sentia.launcher.status.SimulatorStatus;
import com.sentia.launcher.status.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StallDetectorTest {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final StallDetector detector = new StallDetector(LIMIT);

    @Test
    void isQuietWhileAnythingMoves() {
        assertThat(detector.look(snapshot(1, 0, 0, false), Duration.ZERO)).isEmpty();
        assertThat(detector.look(snapshot(2, 0, 0, false), LIMIT)).isEmpty();
        assertThat(detector.look(snapshot(2, 0, 0, false), LIMIT.multipliedBy(2).minusMillis(1)))
                .isEmpty();
    }

    @Test
    void saysThatTheShopsDoNotAnswer() {
        assertThat(stallOf(Snapshot.NOTHING).part()).isEqualTo("simulator");
    }

    @Test
    void saysThatNothingReachesTheRawTopic() {
        assertThat(stallOf(snapshot(10, 0, 0, false)).part()).isEqualTo("connect");
    }

    @Test
    void saysThatRecordsAreNotNormalized() {
        assertThat(stallOf(snapshot(10, 1_000, 0, true)).part()).isEqualTo("normalizer");
    }

    @Test
    void saysThatValuesDoNotBecomeFinal() {
        assertThat(stallOf(snapshot(10, 1_000, 1_000, true)).part()).isEqualTo("flink-taskmanager");
    }

    private StallDetector.Stall stallOf(Snapshot snapshot) {
        assertThat(detector.look(snapshot, Duration.ZERO)).isEmpty();
        return detector.look(snapshot, LIMIT).orElseThrow();
    }

    private static Snapshot snapshot(long served, long raw, long canonical, boolean ended) {
        SimulatorStatus shops =
                new SimulatorStatus(Instant.EPOCH, Instant.MAX, Instant.MAX, 0, 100, 100, served, 10, false, ended);
        return new Snapshot(
                Optional.of(shops),
                new KafkaLook.Hops(Map.of("raw.shopify.order", raw, "sales.order.v1", canonical), Map.of()),
                DatabaseLook.Progress.NONE,
                Map.of());
    }
}
