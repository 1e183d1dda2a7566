package com.sentia.verification.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.kpi.Window;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final long SECOND = 1_000_000_000;
    private static final Window.Rolling FIVE_MINUTES =
            Window.Rolling.of("24h/5m", Duration.ofDays(1), Duration.ofMinutes(5));
    private static final Window.Rolling MINUTE = Window.Rolling.of("24h/1m", Duration.ofDays(1), Duration.ofMinutes(1));
    private static final Comparison EQUAL = new Comparison(1, 0, Optional.empty());
    private static final Comparison DIFFERENT = new Comparison(0, 1, Optional.of("a: 1 against 2"));

    private final Rounds rounds = new Rounds();

    @Test
    void tellsTheMiddleOfTheRounds() {
        run(Contender.ENGINE, 1);
        run(Contender.ENGINE, 9);
        run(Contender.ENGINE, 2);

        assertThat(rounds.median(Contender.ENGINE)).contains(new Speed(500, false));
        assertThat(rounds.median(Contender.LIMIT)).isEmpty();
    }

    @Test
    void setsGoalsAgainstRivalsReadingAndOtherWindows() {
        run(Contender.ENGINE, 2);
        run(Contender.LIMIT, 2);
        rounds.ran(Contender.DATASTREAM, 1, new ContenderResult(100, 10 * SECOND, true));
        Rounds others = new Rounds();
        others.ran(Contender.ENGINE, 1, new ContenderResult(1_000, 4 * SECOND, false));
        Map<Race, Rounds> races = new java.util.LinkedHashMap<>();
        races.put(new Race(Breakdown.REGION, FIVE_MINUTES, true), rounds);
        races.put(new Race(Breakdown.REGION, MINUTE, false), others);

        assertThat(BenchmarkGoals.of(races))
                .containsExactly(
                        new Goal(
                                "ENGINE / DATASTREAM, 24h/5m in total and by region",
                                "at least 50.00",
                                "at least 50.00",
                                true),
                        new Goal("ENGINE / LIMIT, 24h/5m in total and by region", "at least 0.50", "1.00", true),
                        new Goal("ENGINE, 24h/1m in total and by region / 24h/5m", "at least 0.80", "0.50", false));
    }

    @Test
    void complainsOfValuesThatDiffer() {
        rounds.compared(Contender.DATASTREAM, 1, EQUAL, true);
        assertThat(rounds.complaints()).isEmpty();

        rounds.compared(Contender.DATASTREAM, 2, DIFFERENT, true);
        assertThat(rounds.complaints())
                .containsExactly("DATASTREAM differs in round 2: 1 windows, 0 equal; a: 1 against 2");
    }

    @Test
    void complainsOfARunCutOffOnlyWhenItHasWrittenSomethingElse() {
        rounds.compared(Contender.SQL, 1, new Comparison(0, 0, Optional.empty()), false);
        assertThat(rounds.complaints()).isEmpty();

        rounds.compared(Contender.SQL, 2, DIFFERENT, false);
        assertThat(rounds.complaints()).hasSize(1);
    }

    @Test
    void cannotDoWithoutTheEnginesValues() {
        rounds.ran(Contender.ENGINE, 1, new ContenderResult(100, SECOND, true));

        assertThat(rounds.complaints())
                .containsExactly("ENGINE was cut off in round 1: give it more time by --cut-off");
    }

    private void run(Contender contender, long seconds) {
        rounds.ran(contender, 1, new ContenderResult(1_000, seconds * SECOND, false));
    }
}
