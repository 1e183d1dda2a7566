package com.sentia.connectors.kit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.connectors.kit.Cursor;
import com.sentia.connectors.kit.SourceUnit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControlOffsetsTest {
    private static final Instant MIDDAY = Instant.parse("2026-01-01T12:00:00Z");
    private static final Backfill.Span DAY = new Backfill.Span(MIDDAY, MIDDAY.plusSeconds(86_400));

    @Test
    void givesBackAPausedFeed() {
        givesBack(new ControlState(17, true, false, null));
    }

    @Test
    void givesBackABackfillInMidWindow() {
        Cursor.Window window = new Cursor.Window(MIDDAY.plusSeconds(60), 41);
        givesBack(new ControlState(
                17, false, true, new Backfill("b1", DAY, List.of(), 9_007_199_254_740_993L, 1, window, "abc")));
    }

    @Test
    void givesBackABackfillOfIds() {
        givesBack(ControlState.from(0).with(Backfill.of("b2", List.of("7", "9007199254740993"))));
    }

    @Test
    void standsBesideItsFeed() {
        SourceUnit unit = new SourceUnit("vendor", "shop", "order");

        assertThat(ControlOffsets.isPartition(ControlOffsets.partition(unit))).isTrue();
        assertThat(ControlOffsets.unit(ControlOffsets.partition(unit))).isEqualTo(unit);
        assertThat(ControlOffsets.isPartition(unit.partition())).isFalse();
    }

    @Test
    void namesTheKeyThatIsWrong() {
        assertThatThrownBy(() -> ControlOffsets.read(Map.of("paused", true))).hasMessageContaining("signal_position");
        assertThatThrownBy(() -> ControlOffsets.read(Map.of("signal_position", 1, "paused", "yes")))
                .hasMessageContaining("paused must be true or false");
        assertThatThrownBy(() -> ControlOffsets.read(Map.of("signal_position", 1, "backfill", "x")))
                .hasMessageContaining("unknown offset key backfill");
        assertThatThrownBy(() -> ControlOffsets.read(Map.of("signal_position", 1, "backfill_id", "x")))
                .hasMessageContaining("backfill_from");
        assertThatThrownBy(() -> ControlOffsets.unit(Map.of("part", "other"))).hasMessageContaining("control");
    }

    private static void givesBack(ControlState state) {
        assertThat(ControlOffsets.read(ControlOffsets.write(state))).isEqualTo(state);
    }
}
