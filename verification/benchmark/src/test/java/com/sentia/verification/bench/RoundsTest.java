package com.sentia.verification.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final long SECOND = 1_000_000_000;

    private final Rounds rounds = new Rounds();

    @Test
    void comparesMedians() {
        run(Contender.ENGINE, 1);
        run(Contender.ENGINE, 9);
        run(Contender.ENGINE, 2);
        run(Contender.DATASTREAM, 100);

        assertThat(rounds.median(Contender.ENGINE)).hasValue(500);
        assertThat(rounds.ratio(Contender.ENGINE, Contender.DATASTREAM)).contains(50.0);
        assertThat(rounds.ratio(Contender.ENGINE, Contender.LIMIT)).isEmpty();
    }

    @Test
    void complainsOfValuesThatDiffer() {
        rounds.compared(Contender.DATASTREAM, 1, Comparison.of(Map.of("a", "1"), Map.of("a", "1")));
        assertThat(rounds.complaints()).isEmpty();

        rounds.compared(Contender.DATASTREAM, 2, Comparison.of(Map.of("a", "1"), Map.of("a", "2")));
        assertThat(rounds.complaints())
                .containsExactly("DATASTREAM differs in round 2: 1 windows, 0 equal; a: 1 against 2");
    }

    private void run(Contender contender, long seconds) {
        rounds.ran(contender, new ContenderResult(1_000, seconds * SECOND));
    }
}
