package com.sentia.analytics.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.analytics.kpi.SalesCatalogue;
import com.sentia.analytics.kpi.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactSumsTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final KpiCatalogue CATALOGUE = SalesCatalogue.in(LONDON);
    private static final long MINUTE = 60_000_000;
    /** Ten minutes before the day on which the clocks go back. */
    private static final long START = Instant.parse("2027-10-30T22:50:00Z").toEpochMilli() * 1_000;

    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 8), new Random().longs(4));
    }

    /** What a window gets from the sums is what it gets from each fact. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sumsToWhatEachFactAlonePutsIntoEveryWindow(long seed) {
        Random random = new Random(seed);
        List<FactDiff> diffs = diffs(random);
        Map<List<Object>, List<Long>> expected = new HashMap<>();
        diffs.forEach(diff -> addTo(expected, SummedFacts.of(CATALOGUE, diff)));
        FactSums sums = new FactSums(CATALOGUE);
        Collections.shuffle(diffs, random);
        Map<List<Object>, List<Long>> seen = new HashMap<>();
        for (FactDiff diff : diffs) {
            sums.add(diff);
            if (random.nextInt(20) == 0) {
                addTo(seen, sums.drain());
            }
        }
        addTo(seen, sums.drain());

        assertThat(withoutZeros(seen)).isEqualTo(withoutZeros(expected));
        assertThat(sums.size()).isZero();
    }

    @Test
    void keepsDaysApartWhereNoDayIsShown() {
        DimensionSet total = CATALOGUE.set(DimensionSet.TOTAL);
        KpiCatalogue daily = new KpiCatalogue(
                List.of(new DimensionSet(
                        total.name(), total.dimensions(), total.kpis(), List.of(Window.of("month", LONDON)), false)),
                LONDON);
        long midnight = START + 10 * MINUTE;

        List<FactChange> changes =
                SummedFacts.of(daily, new FactDiff(List.of(), List.of(goods(midnight - 1, 1), goods(midnight, 1))));

        assertThat(changes)
                .singleElement()
                .satisfies(change -> assertThat(change.contributions())
                        .extracting(Contribution::timeMicros)
                        .containsExactly(midnight - 1, midnight));
    }

    private static List<FactDiff> diffs(Random random) {
        List<FactDiff> diffs = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Fact fact = goods(START + random.nextInt(26 * 60) * MINUTE, 1 + random.nextInt(3));
            diffs.add(new FactDiff(List.of(), List.of(fact)));
            if (random.nextInt(4) == 0) {
                diffs.add(new FactDiff(List.of(fact), List.of()));
            }
        }
        return diffs;
    }

    private static void addTo(Map<List<Object>, List<Long>> windows, List<FactChange> changes) {
        for (FactChange change : changes) {
            for (Window window : CATALOGUE.set(change.set()).windows()) {
                for (Contribution one : change.contributions()) {
                    List<Object> place = List.of(change.key(), window.name(), window.sliceEnd(one.timeMicros()));
                    windows.merge(place, LongStream.of(one.values()).boxed().toList(), FactSumsTest::plus);
                }
            }
        }
    }

    private static List<Long> plus(List<Long> a, List<Long> b) {
        List<Long> sums = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            sums.add(a.get(i) + b.get(i));
        }
        return sums;
    }

    private static Map<List<Object>, List<Long>> withoutZeros(Map<List<Object>, List<Long>> windows) {
        windows.values().removeIf(values -> values.stream().allMatch(value -> value == 0));
        return windows;
    }

    private static Fact goods(long time, long units) {
        return Sales.fact(FactKind.GOODS, time, "shopify", "UK", "S" + units, units, units * 1_000_000, null);
    }
}
