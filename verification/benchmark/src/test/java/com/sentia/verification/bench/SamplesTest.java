package com.sentia.verification.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void takesPercentilesByNearestRank() {
        Samples samples = new Samples(
                IntStream.rangeClosed(1, 200).mapToDouble(i -> 201 - i).toArray());

        assertThat(samples.percentile(50)).isEqualTo(100);
        assertThat(samples.percentile(95)).isEqualTo(190);
        assertThat(samples.percentile(99)).isEqualTo(198);
        assertThat(samples.percentile(99.5)).isEqualTo(199);
        assertThat(samples.percentile(100)).isEqualTo(200);
        assertThat(samples.most()).isEqualTo(200);
        assertThat(samples.count()).isEqualTo(200);
    }

    @Test
    void takesTheMiddleOneOrTheLowerOfTwo() {
        assertThat(new Samples(9, 1, 2).median()).isEqualTo(2);
        assertThat(new Samples(4, 1, 3, 2).median()).isEqualTo(2);
        assertThat(new Samples(7).percentile(1)).isEqualTo(7);
    }

    @Test
    void refusesNothingAndSharesThatAreNone() {
        assertThatThrownBy(Samples::new).hasMessageContaining("nothing was measured");
        assertThatThrownBy(() -> new Samples(1).percentile(0)).hasMessageContaining("percentile");
        assertThatThrownBy(() -> new Samples(1).percentile(101)).hasMessageContaining("percentile");
    }
}
