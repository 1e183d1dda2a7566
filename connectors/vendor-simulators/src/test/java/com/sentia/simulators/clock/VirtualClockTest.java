package com.sentia.simulators.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VirtualClockTest {
    private static final long START = 1_000_000;
    private static final long END = START + Duration.ofHours(10).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long HALT =
            START + Duration.ofHours(10).toMillis() - Duration.ofMinutes(7).toMillis();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ClockPlan PLAN = plan(new TreeSet<>());

    private final AtomicLong nanos = new AtomicLong(77);

    private static ClockPlan plan(NavigableSet<Long> halts) {
        return new ClockPlan(END, END, Duration.ofHours(1), Set.of("uk", "eu"), halts, PATIENCE);
    }

    private VirtualClock clock(ClockMode mode, double speed) {
        return clock(PLAN, mode, speed);
    }

    private VirtualClock clock(ClockPlan plan, ClockMode mode, double speed) {
        VirtualClock clock = new VirtualClock(nanos::get, plan, ClockState.startingAt(START, mode, speed));
        allow(clock, Long.MAX_VALUE);
        clock.whenStepped(() -> record(clock));
        return clock;
    }

    /** Does what a keeper does. */
    private static void record(VirtualClock clock) {
        clock.allowUntil(clock.stateAhead(Duration.ofSeconds(1)));
    }

    private static void allow(VirtualClock clock, long until) {
        clock.allowUntil(new ClockState(until, ClockMode.SPEED, 1, false, Set.of()));
    }

    private void pass(Duration real) {
        nanos.addAndGet(real.toNanos());
    }

    private static void readBoth(VirtualClock clock) {
        long now = clock.now();
        clock.readToEnd("uk", now);
        clock.readToEnd("eu", now);
    }

    @Test
    void takesStepsOfADayOnceNothingHappensAnyMore() {
        long day = Duration.ofDays(1).toMillis();
        ClockPlan plan = new ClockPlan(
                END + 3 * day, END - HOUR, Duration.ofHours(1), PLAN.readers(), new TreeSet<>(), PATIENCE);
        VirtualClock clock = clock(plan, ClockMode.DRAIN, 600);
        readBoth(clock);
        while (clock.now() < END - HOUR) {
            long before = clock.now();
            readBoth(clock);
            assertThat(clock.now()).isEqualTo(before + HOUR);
        }

        readBoth(clock);

        assertThat(clock.now()).isEqualTo(END - HOUR + day);
    }

    @Test
    void runsSoManyTimesFasterAndStandsStillAtItsEnd() {
        VirtualClock clock = clock(ClockMode.SPEED, 600);

        pass(Duration.ofSeconds(2));
        assertThat(clock.now()).isEqualTo(START + 1_200_000);
        assertThat(clock.hasEnded()).isFalse();

        pass(Duration.ofHours(1));
        assertThat(clock.now()).isEqualTo(END);
        assertThat(clock.hasEnded()).isTrue();
    }

    @Test
    void changesSpeedWithoutAJump() {
        VirtualClock clock = clock(ClockMode.SPEED, 600);
        pass(Duration.ofSeconds(2));

        clock.run(ClockMode.SPEED, 10);

        assertThat(clock.now()).isEqualTo(START + 1_200_000);
        pass(Duration.ofSeconds(1));
        assertThat(clock.now()).isEqualTo(START + 1_210_000);
    }

    @Test
    void runsInDrainModeUntilEveryReaderWasAtTheEndOnce() {
        VirtualClock clock = clock(ClockMode.DRAIN, 600);
        pass(Duration.ofSeconds(1));
        clock.readToEnd("uk", clock.now());
        pass(Duration.ofSeconds(1));
        assertThat(clock.now()).isEqualTo(START + 1_200_000);

        clock.readToEnd("eu", clock.now());
        pass(Duration.ofSeconds(9));

        assertThat(clock.now()).isEqualTo(START + 1_200_000);
    }

    @Test
    void takesAStepWhenEveryReaderIsAtTheEndOfThePresent() {
        VirtualClock clock = clock(ClockMode.DRAIN, 600);
        readBoth(clock);

        clock.readToEnd("uk", START);
        clock.readToEnd("uk", START);
        assertThat(clock.now()).isEqualTo(START);
        clock.readToEnd("eu", START);
        assertThat(clock.now()).isEqualTo(START + HOUR);

        // What was read before the step says nothing of the time after it.
        clock.readToEnd("uk", START);
        clock.readToEnd("eu", START);
        assertThat(clock.now()).isEqualTo(START + HOUR);
    }

    @Test
    void stepsToItsEndAndNoFurther() {
        VirtualClock clock = clock(ClockMode.DRAIN, 600);
        for (int i = 0; i < 30; i++) {
            readBoth(clock);
        }

        assertThat(clock.now()).isEqualTo(END);
        assertThat(clock.hasEnded()).isTrue();
    }

    @Test
    void beginsToStepAtOnceWhenItsReadersHaveBeenAtTheEndBefore() {
        VirtualClock clock = clock(ClockMode.SPEED, 600);
        readBoth(clock);

        clock.run(ClockMode.DRAIN, 600);
        pass(Duration.ofSeconds(5));

        assertThat(clock.now()).isEqualTo(START);
        readBoth(clock);
        assertThat(clock.now()).isEqualTo(START + HOUR);
    }

    @Test
    void refillsQuotasWhileItWaitsAndWithEveryStep() {
        VirtualClock clock = clock(ClockMode.DRAIN, 600);
        readBoth(clock);
        double before = clock.quotaMillis();

        pass(Duration.ofSeconds(1));
        assertThat(clock.quotaMillis()).isEqualTo(before + 600_000);

        readBoth(clock);
        assertThat(clock.quotaMillis()).isEqualTo(before + 600_000 + HOUR);
    }

    @Test
    void showsNoTimeThatWasNotRecorded() {
        VirtualClock clock = new VirtualClock(nanos::get, PLAN, ClockState.startingAt(START, ClockMode.SPEED, 600));
        pass(Duration.ofSeconds(10));
        assertThat(clock.now()).isEqualTo(START);

        ClockState recorded = clock.stateAhead(Duration.ofSeconds(1));
        clock.allowUntil(recorded);
        pass(Duration.ofSeconds(20));

        assertThat(recorded.now()).isEqualTo(START + 11 * 600_000);
        assertThat(clock.now()).isEqualTo(recorded.now());
    }

    @Test
    void neverGoesBackOverAKill() {
        VirtualClock clock = new VirtualClock(nanos::get, PLAN, ClockState.startingAt(START, ClockMode.SPEED, 600));
        ClockState recorded = clock.stateAhead(Duration.ofSeconds(2));
        clock.allowUntil(recorded);
        pass(Duration.ofSeconds(1));
        long shown = clock.now();

        VirtualClock next = new VirtualClock(nanos::get, PLAN, recorded);

        assertThat(next.now()).isGreaterThanOrEqualTo(shown);
    }

    @Test
    void goesOnSteppingAfterAKill() {
        VirtualClock clock = clock(ClockMode.DRAIN, 600);
        readBoth(clock);
        readBoth(clock);
        ClockState recorded = new ClockState(
                START + HOUR,
                ClockMode.DRAIN,
                600,
                clock.stateAhead(Duration.ofSeconds(1)).stepping(),
                clock.stateAhead(Duration.ofSeconds(1)).everRead());

        VirtualClock next = new VirtualClock(nanos::get, PLAN, recorded);
        allow(next, Long.MAX_VALUE);
        next.whenStepped(() -> record(next));
        pass(Duration.ofSeconds(5));

        assertThat(next.now()).isEqualTo(START + HOUR);
        readBoth(next);
        assertThat(next.now()).isEqualTo(START + 2 * HOUR);
    }

    @Test
    void asksForEachStepToBeRecordedBeforeItIsShown() {
        VirtualClock clock = new VirtualClock(nanos::get, PLAN, ClockState.startingAt(START, ClockMode.DRAIN, 600));
        AtomicInteger asked = new AtomicInteger();
        allow(clock, START + HOUR / 2);
        clock.whenStepped(asked::incrementAndGet);
        readBoth(clock);

        readBoth(clock);

        assertThat(asked).hasValue(1);
        assertThat(clock.now()).isEqualTo(START);
        clock.allowUntil(clock.stateAhead(Duration.ofSeconds(1)));
        assertThat(clock.now()).isEqualTo(START + HOUR);
    }

    @Test
    void standsAtAHaltUntilItIsToldToGoOn() {
        VirtualClock clock = atHalt();

        readBoth(clock);
        assertThat(clock.isHalted()).isTrue();
        assertThat(clock.now()).isEqualTo(HALT);

        clock.run(ClockMode.DRAIN, 600);
        readBoth(clock);
        assertThat(clock.isHalted()).isFalse();
        assertThat(clock.now()).isEqualTo(END);
    }

    @Test
    void goesOnFromAHaltByItselfWhenNobodySaysSo() {
        VirtualClock clock = atHalt();

        pass(PATIENCE);
        readBoth(clock);

        assertThat(clock.now()).isEqualTo(END);
    }

    private VirtualClock atHalt() {
        VirtualClock clock = clock(plan(new TreeSet<>(Set.of(HALT))), ClockMode.DRAIN, 600);
        for (int reads = 0; reads < 20 && clock.now() < HALT; reads++) {
            readBoth(clock);
        }
        assertThat(clock.now()).isEqualTo(HALT);
        return clock;
    }
}
