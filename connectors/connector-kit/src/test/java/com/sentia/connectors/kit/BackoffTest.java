package com.sentia.connectors.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10), new Random(1));

    @Test
    void growsUpToItsBoundAndNeverLosesMoreThanHalf() {
        for (int attempt = 1; attempt <= 200; attempt++) {
            long full = Math.min(10_000, 100L << Math.min(attempt - 1, 20));
            assertThat(backoff.before(attempt).toMillis()).isBetween(full / 2, full);
        }
    }
}
