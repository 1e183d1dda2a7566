package com.sentia.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.gateway.SetClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private final SetClock clock = new SetClock();

    @Test
    void letsAUnitPassSoOftenASecond() {
        UnitRates rates = new UnitRates(10, clock);

        assertThat(passed(rates, "uk", 25)).isEqualTo(10);
        clock.pass(Duration.ofMillis(500));
        assertThat(passed(rates, "uk", 25)).isEqualTo(5);
        clock.pass(Duration.ofHours(1));
        assertThat(passed(rates, "uk", 25)).isEqualTo(10);
    }

    @Test
    void leavesOtherUnitsTheirShare() {
        UnitRates rates = new UnitRates(10, clock);
        passed(rates, "uk", 25);

        assertThat(passed(rates, "eu", 25)).isEqualTo(10);
    }

    @Test
    void givesNothingWhenTheClockIsSetBack() {
        UnitRates rates = new UnitRates(10, clock);
        passed(rates, "uk", 25);
        clock.pass(Duration.ofHours(-1));

        assertThat(passed(rates, "uk", 25)).isZero();
        clock.pass(Duration.ofSeconds(1));
        assertThat(passed(rates, "uk", 25)).isEqualTo(10);
    }

    @Test
    void blocksASenderOfBadSignaturesUntilSomeTimeHasPassed() {
        SenderPenalties penalties = new SenderPenalties(3, clock);
        for (int i = 0; i < 3; i++) {
            assertThat(penalties.isBlocked("a")).isFalse();
            penalties.penalise("a");
        }

        assertThat(penalties.isBlocked("a")).isTrue();
        assertThat(penalties.isBlocked("b")).isFalse();
        clock.pass(Duration.ofMillis(400));
        assertThat(penalties.isBlocked("a")).isFalse();
        penalties.penalise("a");
        assertThat(penalties.isBlocked("a")).isTrue();
    }

    @Test
    void remembersOnlySoManySenders() {
        SenderPenalties penalties = new SenderPenalties(1, clock);
        penalties.penalise("first");
        IntStream.range(0, 10_000).forEach(i -> penalties.penalise("other " + i));

        assertThat(penalties.isBlocked("first")).isFalse();
        assertThat(penalties.isBlocked("other 9999")).isTrue();
    }

    @Test
    void holdsOnlySoManyRequestsAndBytes() {
        Capacity capacity = new Capacity(2, 100);

        assertThat(capacity.tryTake(60)).isTrue();
        assertThat(capacity.tryTake(60)).isFalse();
        assertThat(capacity.tryTake(40)).isTrue();
        assertThat(capacity.tryTake(0)).isFalse();
        capacity.giveBack(60);
        assertThat(capacity.tryTake(0)).isTrue();
        assertThat(capacity.requests()).isEqualTo(2);
    }

    @Test
    void writesALineNowAndThenAndCountsTheOthers() {
        LogPace pace = new LogPace(clock);

        assertThat(pace.tryPass()).hasValue(0);
        assertThat(pace.tryPass()).isEmpty();
        assertThat(pace.tryPass()).isEmpty();
        clock.pass(Duration.ofSeconds(10));
        assertThat(pace.tryPass()).hasValue(2);
    }

    private static long passed(UnitRates rates, String unit, int tries) {
        return IntStream.range(0, tries).filter(i -> rates.tryPass(unit)).count();
    }
}
