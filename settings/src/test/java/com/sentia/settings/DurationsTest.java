package com.sentia.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"200ms, PT0.2S", "30s, PT30S", "5m, PT5M", "1h, PT1H", "7d, PT168H", "PT90S, PT90S"})
    void readsBothForms(String text, Duration expected) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5m", "0s", "5 years"})
    void refusesWhatIsNoPositiveDuration(String text) {
        assertThatThrownBy(() -> Durations.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ignoresCaseAndSpaces() {
        assertThat(Durations.parse(" 5 M ")).isEqualTo(Duration.ofMinutes(5));
    }
}
