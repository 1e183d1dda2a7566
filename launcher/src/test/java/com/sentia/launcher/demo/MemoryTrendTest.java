package com.sentia.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryTrendTest {

    @Test
    void comparesTheLastThirdWithTheMiddleOne() {
        List<Map<String, Long>> samples = IntStream.range(0, 9)
                .mapToObj(i -> Map.of("kafka", 100L, "flink", i < 3 ? 10L : i < 6 ? 200L : 300L))
                .toList();

        MemoryTrend trend = MemoryTrend.of(samples);

        assertThat(trend.middle()).isEqualTo(Map.of("kafka", 100L, "flink", 200L));
        assertThat(trend.last()).isEqualTo(Map.of("kafka", 100L, "flink", 300L));
        assertThat(trend.growth()).isEqualTo(400.0 / 300);
    }

    @Test
    void aPartThatIsDownForAMomentSavesNothing() {
        List<Map<String, Long>> samples = List.of(
                Map.of("connect", 50L),
                Map.of("connect", 50L),
                Map.of("connect", 50L),
                Map.of("connect", 100L),
                Map.of("connect", 0L),
                Map.of("connect", 100L),
                Map.of("connect", 100L),
                Map.of(),
                Map.of("connect", 0L));

        assertThat(MemoryTrend.of(samples).growth()).isEqualTo(1.0);
    }

    @Test
    void tooFewSamplesShowNothing() {
        assertThat(MemoryTrend.of(List.of(Map.of("kafka", 1L))).growth()).isZero();
    }
}
