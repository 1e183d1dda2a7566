package com.sentia.connectors.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RateBudgetTest {
    private final SteppedTime time = new SteppedTime();
    private final RateBudget budget = new RateBudget(time, time);

    @Test
    void waitsForNothingBeforeAStatusIsKnown() {
        budget.take(5_000);

        assertThat(time.slept).isZero();
    }

    @Test
    void waitsUntilThePointsAreBack() {
        budget.tell(100, 2_000, 50, 10);
        budget.take(200);

        assertThat(time.slept).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void tellsWhichPartIsInUse() {
        assertThat(budget.inUse()).isEmpty();

        budget.tell(500, 2_000, 50, 10);

        assertThat(budget.inUse()).hasValue(0.75);
    }

    @Test
    void countsWhatWasTakenAgainstTheNext() {
        budget.tell(1_000, 2_000, 100, 10);
        budget.take(900);
        budget.take(200);

        assertThat(time.slept).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void asksForNoMoreThanTheBucketHolds() {
        budget.tell(0, 1_000, 100, 10);
        budget.take(50_000);

        assertThat(time.slept).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void believesTheRefillItSawWhereTheVendorsClockIsFaster() {
        budget.tell(1_000, 2_000, 100, 0);
        time.now = time.now.plusMillis(100);
        budget.tell(1_000, 2_000, 100, 1_000);
        budget.take(1_000);
        budget.take(1_000);

        assertThat(time.slept).isEqualTo(Duration.ofMillis(100));
    }

    private static final class SteppedTime extends Clock implements Sleeper {
        private Instant now = Instant.parse("2026-01-01T12:00:00Z");
        private Duration slept = Duration.ZERO;

        @Override
        public void sleep(Duration duration) {
            slept = slept.plus(duration);
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
