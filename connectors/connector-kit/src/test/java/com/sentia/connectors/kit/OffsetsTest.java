package com.sentia.connectors.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OffsetsTest {
    private static final Instant MIDDAY = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void givesBackACursorInMidWindow() {
        Cursor cursor =
                new Cursor(MIDDAY, "9007199254740993", "abc", new Cursor.Window(MIDDAY.minusSeconds(60), 41), null);

        assertThat(Offsets.read(Offsets.write(cursor))).isEqualTo(cursor);
    }

    @Test
    void givesBackACursorBetweenPasses() {
        Cursor cursor = new Cursor(MIDDAY, "1", null, null, MIDDAY.minusSeconds(1));

        assertThat(Offsets.read(Offsets.write(cursor))).isEqualTo(cursor);
    }

    @Test
    void namesTheKeyThatIsWrong() {
        assertThatThrownBy(() -> Offsets.read(Map.of("updated_at", "noon", "id", "1")))
                .hasMessageContaining("updated_at");
        assertThatThrownBy(() -> Offsets.read(Map.of("updated_at", MIDDAY.toString())))
                .hasMessageContaining("id");
        assertThatThrownBy(() -> Offsets.read(Map.of("updated_at", MIDDAY.toString(), "id", "1", "page", "x")))
                .hasMessageContaining("unknown offset key page");
        assertThatThrownBy(() -> Offsets.read(Map.of("updated_at", MIDDAY.toString(), "id", "1", "page_token", "x")))
                .hasMessageContaining("window_from");
        assertThatThrownBy(() -> Offsets.read(Map.of(
                        "updated_at",
                        MIDDAY.toString(),
                        "id",
                        "1",
                        "window_from",
                        "2026-01-01T00:00:00Z",
                        "window_read",
                        -1L)))
                .hasMessageContaining("window_read");
    }
}
