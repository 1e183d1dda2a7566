package com.sentia.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressWatermarksTest {
    private static final long DAY_MS = 86_400_000;
    private static final long NOON = 100 * DAY_MS;

    private final List<Long> emitted = new ArrayList<>();
    private final ProgressWatermarks<Event> watermarks =
            new ProgressWatermarks<>(topic -> Set.of("shopify/uk/order", "shopify/eu/order"), new Access());

    /** An event of either kind. */
    private record Event(@Nullable UnitProgress progress, long earliestMicros) {}

    private static final class Access implements ProgressWatermarks.Access<Event> {
        @Override
        public @Nullable UnitProgress progress(Event event) {
            return event.progress();
        }

        @Override
        public long earliestMicros(Event event) {
            return event.earliestMicros();
        }
    }

    @Test
    void saysNothingBeforeEveryDeclaredFeedHasSpoken() {
        tell("uk", NOON);

        assertThat(emitted).isEmpty();
    }

    @Test
    void followsTheFeedThatIsFurthestBehind() {
        tell("uk", NOON + 5_000);
        tell("eu", NOON);
        tell("uk", NOON + 9_000);
        tell("eu", NOON + 7_000);

        assertThat(emitted).containsExactly(NOON - 1, NOON + 6_999);
    }

    @Test
    void neverGoesBack() {
        tell("uk", NOON);
        tell("eu", NOON);
        tell("eu", NOON - 4_000);

        assertThat(emitted).containsExactly(NOON - 1);
    }

    @Test
    void isNotMovedByEventTimes() {
        see(NOON);

        assertThat(emitted).isEmpty();
    }

    @Test
    void doesNotWaitForFeedsThatAreNotDeclared() {
        tell("us", NOON - DAY_MS);
        tell("uk", NOON);
        tell("eu", NOON);

        assertThat(emitted).containsExactly(NOON - 1);
    }

    @Test
    void walksOverAHistoryInStrides() {
        see(NOON - 3 * DAY_MS);
        tell("uk", NOON);
        tell("eu", NOON);

        assertThat(emitted).containsExactly(NOON - 2 * DAY_MS, NOON - DAY_MS, NOON - 1);
    }

    private void see(long timeMs) {
        watermarks.onEvent(new Event(null, timeMs * 1_000), timeMs, new Output());
    }

    private void tell(String unit, long completeToMs) {
        UnitProgress progress = new UnitProgress(
                new Position("sales.order.v1", 0, 0), "shopify", unit, "order", completeToMs * 1_000, 0);
        watermarks.onEvent(new Event(progress, Long.MAX_VALUE), 0, new Output());
    }

    private final class Output implements WatermarkOutput {
        @Override
        public void emitWatermark(Watermark watermark) {
            emitted.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {
            throw new AssertionError("a partition that is quiet still holds the rest back");
        }

        @Override
        public void markActive() {
            throw new AssertionError("was never idle");
        }
    }
}
