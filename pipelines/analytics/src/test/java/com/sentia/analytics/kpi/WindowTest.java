package com.sentia.analytics.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.analytics.kpi.Window.Rolling;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class WindowTest {
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
    void refusesASizeThatIsNoMultipleOfItsStep() {
        assertThatThrownBy(() -> Rolling.of("90m/1h", Duration.ofMinutes(90), Duration.ofHours(1)))
                .hasMessageContaining("90m/1h");
    }

    @Test
    void namesWhatAWindowMayBe() {
        assertThatThrownBy(() -> Window.of("fortnight", ZoneId.of("Europe/London")))
                .hasMessage("'fortnight' is no window: write size/step such as 24h/5m, instant/step,"
                        + " or one of [hour, day, week, month, quarter]");
    }

    private static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }
}
