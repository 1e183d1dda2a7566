package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.analytics.kpi.SalesCatalogue;
import com.sentia.jobs.kpi.facts.CanonicalFacts;
import com.sentia.jobs.kpi.recomputed.Recomputation;
import com.sentia.jobs.kpi.recomputed.Recomputation.Row;
import com.sentia.timescale.KpiChange;
import com.sentia.verification.facts.Arrival;
import com.sentia.verification.facts.Disorder;
import com.sentia.verification.facts.FactHistory;
import com.sentia.verification.facts.FactSettings;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * The whole job with every KPI against a recomputation in SQL from the versions that arrived. A failing history is made again by
 * {@code -Dkpi.seed=N}.
 */
class KpiRecomputationTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final KpiCatalogue CATALOGUE = SalesCatalogue.whole(LONDON);
    private static final Set<String> CONTRACTS =
            CATALOGUE.kpis().stream().flatMap(kpi -> kpi.contracts().stream()).collect(Collectors.toSet());

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void one(@ForAll long any) throws Exception {
        check(any, 1, false);
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void three(@ForAll long any) throws Exception {
        check(any, 3, true);
    }

    private static void check(long any, int parallelism, boolean isFailing) throws Exception {
        long seed = Long.getLong("kpi.seed", any);
        long t0 = System.nanoTime();
        ArrivalScript script = script(seed, 3);
        System.out.println("kpi recomputation: seed " + seed + ", parallelism " + parallelism + ", failing " + isFailing
                + " events " + script.size() + " rejected " + script.rejected());
        Path folder = Files.createTempDirectory("kpi-recomputation");
        KpiRun run = KpiRun.of(script, parallelism, isFailing, LONDON, folder);
        long t1 = System.nanoTime();
        System.out.println(
                "ran " + (t1 - t0) / 1_000_000 + " ms writes " + run.writes().size() + " failures " + run.failures()
                        + " rejected " + run.rejections().size());
        WrittenTable table = WrittenTable.of(run.writes(), run.starts());
        try (Recomputation recomputation = new Recomputation(CATALOGUE)) {
            recomputation.arrived(script.arrived());
            recomputation.found(
                    table.rows().stream().map(KpiRecomputationTest::row).toList());
            recomputation.compute();
            System.out.println(
                    "computed " + (System.nanoTime() - t1) / 1_000_000 + " rows " + recomputation.expectedRows()
                            + " found " + table.size() + " without " + recomputation.kpisWithoutRows());
            assertThat(recomputation.differences()).isEmpty();
        }
    }

    private static Row row(KpiChange change) {
        return new Row(
                change.kpi(),
                series(change.dimensions()),
                change.window(),
                change.windowEndMicros(),
                change.value() == null ? null : micros(change.value()),
                change.components().stream().map(KpiRecomputationTest::micros).collect(Collectors.joining(",")),
                change.factCount(),
                change.revision());
    }

    private static String series(Map<String, String> dimensions) {
        return new TreeMap<>(dimensions)
                .entrySet().stream()
                        .map(member -> member.getKey() + "=" + member.getValue())
                        .collect(Collectors.joining(","));
    }

    private static String micros(BigDecimal value) {
        return value.movePointRight(6).toBigIntegerExact().toString();
    }

    private static ArrivalScript script(long seed, int partitions) {
        FactSettings settings = FactSettings.of(seed, Integer.getInteger("days", 30))
                .startingOn(LocalDate.of(2026, 3, 16))
                .withOrdersADay(5);
        List<Arrival> arrivals = FactHistory.of(settings).disordered(Disorder.bad(seed)).arrivals().stream()
                .filter(arrival -> CONTRACTS.contains(arrival.fact().getSchema().getName()))
                .filter(arrival -> !arrival.topic().name().startsWith("machine.reading")
                        || arrival.key().hashCode() % 5 == 0)
                .toList();
        System.out.println(
                arrivals.stream().collect(Collectors.groupingBy(a -> a.topic().name(), Collectors.counting())));
        return ArrivalScript.of(arrivals, new CanonicalFacts("GBP", LONDON), partitions, seed);
    }
}
