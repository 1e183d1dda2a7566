package com.sentia.queryapi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
    @Test
    void readsAnOffsetWhosePlusBecameASpace() {
        assertThat(Instants.parse("2026-07-01T10:00:00 01:00")).isEqualTo(Instant.parse("2026-07-01T09:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "now", "2026-07-01", "2026-07-01T10:00:00", "1969-12-31T23:59:59Z", "9999-01-01T00:00:00Z"})
    void refusesWhatIsNoInstantOrAnAbsurdOne(String text) {
        assertThatThrownBy(() -> Instants.parse(text))
                .isInstanceOfAny(IllegalArgumentException.class, java.time.DateTimeException.class);
    }
}
