package com.sentia.connectors.kit.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VersionWatchTest {
    private static final Instant END = Instant.parse("2027-10-16T15:00:00Z");
    private final VersionWatch watch = new VersionWatch("2026-10", END);

    @Test
    void warnsOnceADayInTheLastSixtyDays() {
        assertThat(watch.isDue(END.minus(Duration.ofDays(61)))).isFalse();

        Instant near = END.minus(Duration.ofDays(59));
        assertThat(watch.isDue(near)).isTrue();
        assertThat(watch.notice(near).figures()).containsEntry("days", 59L);

        watch.told(near);
        assertThat(watch.isDue(near.plus(Duration.ofHours(23)))).isFalse();
        assertThat(watch.isDue(near.plus(Duration.ofHours(24)))).isTrue();
    }

    @Test
    void countsNoDaysBelowNone() {
        assertThat(watch.notice(END.plusSeconds(1)).figures()).containsEntry("days", 0L);
    }

    @Test
    void isSilentWhereTheEndIsNotKnown() {
        assertThat(new VersionWatch("2026-10", null).isDue(END)).isFalse();
    }
}
