package com.sentia.simulators.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointsBucketTest {
    private double millis = 5000;
    private final PointsBucket bucket = new PointsBucket(Plan.STANDARD, () -> millis);

    @ParameterizedTest
    @CsvSource({"STANDARD, 100, 2000", "ADVANCED, 200, 4000", "PLUS, 1000, 20000", "ENTERPRISE, 2000, 40000"})
    void holdsTwentySecondsOfItsPlan(Plan plan, double rate, int size) {
        PointsBucket.Status status = new PointsBucket(plan, () -> 0).status();

        assertThat(status).isEqualTo(new PointsBucket.Status(size, size, rate));
    }

    @Test
    void takesNothingWhenThereIsNotEnough() {
        assertThat(bucket.take(1500)).isTrue();
        assertThat(bucket.take(501)).isFalse();
        assertThat(bucket.take(500)).isTrue();
        assertThat(bucket.status().currentlyAvailable()).isZero();
    }

    @Test
    void refillsSteadilyUpToItsSize() {
        assertThat(bucket.take(2000)).isTrue();

        millis += 2_500;
        assertThat(bucket.status().currentlyAvailable()).isEqualTo(250);
        millis += 7;
        assertThat(bucket.take(251)).isFalse();
        millis += 3;
        assertThat(bucket.take(251)).isTrue();
        millis += 3_600_000;
        assertThat(bucket.status().currentlyAvailable()).isEqualTo(2000);
    }

    @Test
    void takesBackWhatWasNotNeeded() {
        assertThat(bucket.take(1000)).isTrue();
        bucket.giveBack(900);
        assertThat(bucket.status().currentlyAvailable()).isEqualTo(1900);
        bucket.giveBack(900);
        assertThat(bucket.status().currentlyAvailable()).isEqualTo(2000);
    }
}
