package com.sentia.analytics.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.analytics.kpi.Window.Day;
import com.sentia.analytics.kpi.Window.Rolling;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final Day LONDON = new Day(ZoneId.of("Europe/London"));
    private static final Rolling HOURLY = Rolling.of("24h/1h", Duration.ofHours(24), Duration.ofHours(1));

    @Test
    void putsAFactOnABorderIntoTheSliceThatBeginsThere() {
        assertThat(HOURLY.sliceEnd(micros("2026-06-01T08:00:00Z"))).isEqualTo(micros("2026-06-01T09:00:00Z"));
        assertThat(HOURLY.sliceEnd(micros("2026-06-01T08:00:00Z") - 1)).isEqualTo(micros("2026-06-01T08:00:00Z"));
    }

    @Test
    void endsSlicesRightBeforeTheEpoch() {
        assertThat(HOURLY.sliceEnd(-1)).isZero();
    }

    @Test
    void knowsDaysOf23And25Hours() {
        assertThat(LONDON.sliceEnd(micros("2027-03-28T12:00:00Z"))).isEqualTo(micros("2027-03-28T23:00:00Z"));
        assertThat(LONDON.start(micros("2027-03-28T23:00:00Z"))).isEqualTo(micros("2027-03-28T00:00:00Z"));
        assertThat(LONDON.sliceEnd(micros("2027-10-31T12:00:00Z"))).isEqualTo(micros("2027-11-01T00:00:00Z"));
        assertThat(LONDON.start(micros("2027-11-01T00:00:00Z"))).isEqualTo(micros("2027-10-30T23:00:00Z"));
    }

    @Test
    void tellsTheEndOfADay() {
        assertThat(LONDON.isEnd(micros("2026-06-01T23:00:00Z"))).isTrue();
        assertThat(LONDON.isEnd(micros("2026-06-01T00:00:00Z"))).isFalse();
    }

    @Test
    void refusesASizeThatIsNoMultipleOfItsStep() {
        assertThatThrownBy(() -> Rolling.of("90m/1h", Duration.ofMinutes(90), Duration.ofHours(1)))
                .hasMessageContaining("90m/1h");
    }

    private static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }
}
