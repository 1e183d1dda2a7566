package com.sentia.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChaosScheduleTest {
    private static final List<ChaosTarget> ALL = List.of(ChaosTarget.values());

    @Test
    void killsEachPartOnceWellInsideTheRange() {
        for (long seed = 0; seed < 500; seed++) {
            List<ChaosSchedule.Kill> kills = ChaosSchedule.of(ALL, seed);

            assertThat(kills)
                    .as("seed %d", seed)
                    .isSortedAccordingTo(Comparator.comparingDouble(ChaosSchedule.Kill::atShare))
                    .allMatch(kill -> ChaosSchedule.isInside(kill.atShare()));
            assertThat(kills.stream().map(ChaosSchedule.Kill::part)).doesNotHaveDuplicates();
        }
    }

    @Test
    void killsBothProcessesOfFlink() {
        assertThat(ChaosSchedule.of(List.of(ChaosTarget.FLINK), 7).stream().map(ChaosSchedule.Kill::part))
                .containsExactlyInAnyOrder("flink-taskmanager", "flink-jobmanager");
    }

    @Test
    void killsAgainWhatIsNamedAgain() {
        List<ChaosTarget> targets = ChaosTarget.named(List.of("flink", "kafka", "flink", "flink", "kafka"));

        assertThat(ChaosSchedule.of(targets, 7).stream().map(ChaosSchedule.Kill::part))
                .containsExactlyInAnyOrder(
                        "flink-taskmanager",
                        "flink-jobmanager",
                        "flink-taskmanager",
                        "flink-jobmanager",
                        "kafka",
                        "kafka");
    }

    @Test
    void choosesTheSameMomentsForTheSameSeed() {
        assertThat(ChaosSchedule.of(ALL, 3)).isEqualTo(ChaosSchedule.of(ALL, 3));
        assertThat(ChaosSchedule.of(ALL, 3)).isNotEqualTo(ChaosSchedule.of(ALL, 4));
    }

    @Test
    void countsAKillOnlyInsideTheRange() {
        assertThat(ChaosSchedule.isInside(0.199)).isFalse();
        assertThat(ChaosSchedule.isInside(0.2)).isTrue();
        assertThat(ChaosSchedule.isInside(0.8)).isTrue();
        assertThat(ChaosSchedule.isInside(0.801)).isFalse();
    }

    @Test
    void readsTargetsFromWords() {
        assertThat(ChaosTarget.named(List.of("kafka", " Streams", "kafka")))
                .containsExactly(ChaosTarget.KAFKA, ChaosTarget.STREAMS, ChaosTarget.KAFKA);
        assertThatThrownBy(() -> ChaosTarget.named(List.of("kafak"))).hasMessageContaining("--chaos knows no 'kafak'");
    }
}
