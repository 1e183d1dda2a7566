package com.sentia.connectors.kit.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VersionWatchTest {
    private static final Instant END = Instant.parse("2027-10-16T15:00:00Z");
    private String served = "2026-10";
    private final VersionWatch watch = new VersionWatch("2026-10", END, () -> served);

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
    void warnsWhileTheVendorAnswersWithAnotherVersion() {
        Instant early = END.minus(Duration.ofDays(300));
        served = "2027-01";

        assertThat(watch.isDue(early)).isTrue();
        assertThat(watch.notice(early).detail()).contains("2026-10").contains("answers with 2027-01");
        watch.told(early);
        assertThat(watch.isDue(early.plus(Duration.ofHours(1)))).isFalse();

        served = "2026-10";
        assertThat(watch.isDue(early.plus(Duration.ofDays(2)))).isFalse();
    }

    @Test
    void countsNoDaysBelowNone() {
        assertThat(watch.notice(END.plusSeconds(1)).figures()).containsEntry("days", 0L);
    }

    @Test
    void isSilentWhereTheEndIsNotKnown() {
        assertThat(new VersionWatch("2026-10", null, () -> served).isDue(END)).isFalse();
    }
}
