package com.sentia.analytics.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.kpi.FactKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionStepTest {
    private static final Fact ONE = goods(1);
    private static final Fact TWO = goods(2);

    @Test
    void addsEverythingOfAFirstVersion() {
        assertThat(VersionStep.of(null, version(1, ONE, ONE)))
                .hasValue(new VersionStep(new FactDiff(List.of(), List.of(ONE, ONE)), CauseKind.LATE));
    }

    @Test
    void countsEqualFactsAsOftenAsTheyOccur() {
        assertThat(VersionStep.of(version(1, ONE, ONE, TWO), version(2, ONE, TWO, TWO)))
                .hasValue(new VersionStep(new FactDiff(List.of(ONE), List.of(TWO)), CauseKind.EDIT));
    }

    @Test
    void takesBackEverythingWhenNothingIsLeft() {
        assertThat(VersionStep.of(version(1, ONE), version(2)))
                .hasValue(new VersionStep(new FactDiff(List.of(ONE), List.of()), CauseKind.CANCEL));
    }

    @Test
    void changesNothingWhenTheContentIsTheSame() {
        assertThat(VersionStep.of(version(1, ONE), version(2, ONE)))
                .hasValue(new VersionStep(new FactDiff(List.of(), List.of()), CauseKind.EDIT));
    }

    @Test
    void passesOverAStaleOrRepeatedVersion() {
        assertThat(VersionStep.of(version(2, ONE), version(2, TWO))).isEmpty();
        assertThat(VersionStep.of(version(2, ONE), version(1, TWO))).isEmpty();
    }

    @Test
    void comparesTimeThenFeedThenReading() {
        assertThat(new EntityVersion(1, 9, 9)).isLessThan(new EntityVersion(2, 1, 1));
        assertThat(new EntityVersion(1, 1, 9)).isLessThan(new EntityVersion(1, 2, 1));
        assertThat(new EntityVersion(1, 1, 1)).isLessThan(new EntityVersion(1, 1, 2));
    }

    private static EntityFacts version(long updatedAt, Fact... facts) {
        return new EntityFacts(new EntityVersion(updatedAt, 2, 0), List.of(facts));
    }

    private static Fact goods(long units) {
        return Sales.fact(FactKind.GOODS, 0, "shopify", "UK", "A", units, units, null);
    }
}
