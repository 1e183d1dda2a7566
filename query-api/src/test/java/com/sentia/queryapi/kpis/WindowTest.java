package com.sentia.queryapi.kpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {
    @Test
    void readsSizeAndStepOfARollingWindow() {
        Window window = Window.parse("24h/5m");

        assertThat(window.size()).isEqualTo(Duration.ofDays(1));
        assertThat(window.longest()).isEqualTo(Duration.ofDays(1));
        assertThat(window.step()).contains(Duration.ofMinutes(5));
        assertThat(window.isCalendar()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"hour, PT1H", "day, PT25H", "week, PT169H", "month, PT745H", "quarter, PT2209H"})
    void takesAUnitAsACalendarWindow(String unit, Duration longest) {
        Window window = Window.parse(unit);

        assertThat(window.isCalendar()).isTrue();
        assertThat(window.longest()).isEqualTo(longest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "24h", "24h/", "/5m", "0h/5m", "24H/5m", "24h/5m/1m", "99999h/1m", "year", "Day", "1h/1m\n"})
    void refusesWhatIsNoWindow(String text) {
        assertThatThrownBy(() -> Window.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void endsAtTheFirstStepAfterNow() {
        Window window = Window.parse("24h/5m");

        assertThat(window.endAfter(Instant.parse("2026-11-20T14:32:00Z")))
                .isEqualTo(Instant.parse("2026-11-20T14:35:00Z"));
        assertThat(window.endAfter(Instant.parse("2026-11-20T14:35:00Z")))
                .isEqualTo(Instant.parse("2026-11-20T14:40:00Z"));
    }
}
