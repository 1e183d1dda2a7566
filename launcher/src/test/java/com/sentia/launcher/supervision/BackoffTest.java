package com.sentia.launcher.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void startsAgainAtOnceAfterADeathAndEverLaterWhileStartsFail() {
        assertThat(Backoff.before(0)).isZero();
        assertThat(Backoff.before(1)).isEqualTo(Duration.ofMillis(250));
        assertThat(Backoff.before(3)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Backoff.before(100)).isEqualTo(Duration.ofSeconds(30));
    }
}
