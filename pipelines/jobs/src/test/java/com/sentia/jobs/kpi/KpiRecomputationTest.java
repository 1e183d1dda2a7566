package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.kpi.SalesCatalogue;
import com.sentia.jobs.kpi.KpiPlan.CatalogueSource;
import com.sentia.jobs.kpi.facts.CanonicalFacts;
import com.sentia.jobs.kpi.facts.CanonicalRates;
import com.sentia.jobs.kpi.recomputed.Recomputation;
import com.sentia.jobs.kpi.recomputed.Recomputation.LedgerRow;
import com.sentia.schemas.InventoryLevel;
import com.sentia.verification.facts.Arrival;
import com.sentia.verification.facts.Disorder;
import com.sentia.verification.facts.FactHistory;
import com.sentia.verification.facts.FactSettings;
import com.sentia.verification.facts.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.flink.util.FileUtils;

/**
 * The whole job with every KPI against a recomputation in SQL from the versions that arrived: out of order, twice, late by days,
 * over several units and partitions; with exchange rates that come, are corrected and taken back behind finality. Each build takes new histories; {@code -Dkpi.seed=N} makes one again, {@code -Dkpi.histories=N} tries
 * more.
 */
class KpiRecomputationTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Set<String> CONTRACTS = SalesCatalogue.exact(LONDON).kpis().stream()
            .flatMap(kpi -> kpi.contracts().stream())
            .collect(Collectors.toSet());
    private static final int HISTORIES = 1;
    private static final int DAYS = 30;
    private static final int DAYS_BEFORE = 20;
    private static final int ORDERS_A_DAY = 5;
    private static final int FEWEST_KPIS = 150;
    private static final int FEWEST_RESTATEMENTS = 100;
    private static final int FEWEST_DELTAS_OF_RATES = 50;
    private static final Set<String> RATED = Set.of("EUR", "USD");

    @Property(tries = HISTORIES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void restatesExactlyWhatEachLateVersionChangesAsSummerTimeBegins(@ForAll long any) {
        eachOf(any, seed -> new Case(seed, LocalDate.of(2026, 3, 29), 1, 1, false, RATED).check());
    }

    @Property(tries = HISTORIES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void makesTheSameTableThroughFailuresAsSummerTimeEnds(@ForAll long any) {
        eachOf(any, seed -> new Case(seed, LocalDate.of(2026, 10, 25), 3, 3, true, RATED).check());
    }

    @Property(tries = HISTORIES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void makesTheSameTableInParallelOverALeapDay(@ForAll long any) {
        eachOf(any, seed -> new Case(seed, LocalDate.of(2028, 2, 29), 4, 3, false, RATED).check());
    }

    @Property(tries = HISTORIES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void makesTheSameTableThroughFailuresAsAYearEndsWithoutAnyRateOfDollars(@ForAll long any) {
        eachOf(any, seed -> new Case(seed, LocalDate.of(2026, 12, 31), 2, 1, true, Set.of("EUR")).check());
    }

    /** The seed asked for, or as many as asked for from this one on. */
    private static void eachOf(long any, Check check) {
        Long asked = Long.getLong("kpi.seed");
        int histories = asked == null ? Integer.getInteger("kpi.histories", 1) : 1;
        for (int i = 0; i < histories; i++) {
            check.of(asked == null ? any + i : asked);
        }
    }

    /** What is done with a seed. */
    private interface Check {
        void of(long seed);
    }

    /**
     * A history around a special day, and how it is run.
     *
     * @param rated the currencies that there are rates of
     */
    private record Case(
            long seed, LocalDate day, int partitions, int parallelism, boolean isFailing, Set<String> rated) {
        void check() {
            System.out.println("kpi recomputation: " + this);
            FactHistory history = history();
            ArrivalScript script =
                    ArrivalScript.of(arrivals(history), new CanonicalFacts("GBP", LONDON), partitions, seed);
            RateScript rates = rates(history, script);
            KpiRun run = run(new KpiRun.Input(script, rates));
            assertThat(run.failures()).as("%s", this).isEqualTo(isFailing ? partitions : 0);
            assertThat(run.rejections()).as("%s", this).hasSizeGreaterThanOrEqualTo(script.rejected());
            try (Recomputation recomputation = new Recomputation(catalogue().catalogue())) {
                recomputation.rates(rates.versions());
                recomputation.arrived(script.arrived());
                recomputation.found(run.rows());
                recomputation.compute();
                assertThat(recomputation.differences()).as("rows of %s", this).isEmpty();
                assertCovers(recomputation);
                // A run that fails writes some entries again.
                if (!isFailing) {
                    assertDeltas(recomputation, run);
                }
                if (isOneWay()) {
                    assertLedger(recomputation);
                }
            }
        }

        private RateScript rates(FactHistory history, ArrivalScript script) {
            CanonicalRates canonical = new CanonicalRates("GBP");
            return isOneWay()
                    ? RateScript.known(history, canonical, firstDay(), seed)
                    : RateScript.late(history, canonical, firstDay(), script.finalTo(), rated::contains, seed);
        }

        /** With one partition, and one way from there, it is certain which version came before which watermark. */
        private boolean isOneWay() {
            return partitions == 1;
        }

        private CatalogueSource catalogue() {
            return isOneWay() ? () -> SalesCatalogue.ofEntities(LONDON) : () -> SalesCatalogue.exact(LONDON);
        }

        private void assertDeltas(Recomputation recomputation, KpiRun run) {
            assertThat(run.ledger().stream().map(Case::cause)).as("%s", this).doesNotHaveDuplicates();
            recomputation.foundInLedger(run.ledger());
            recomputation.foundAtFinality(run.rowsAtFinality());
            assertThat(recomputation.deltasAstray()).as("deltas of %s", this).isEmpty();
            if (!isOneWay()) {
                assertThat(recomputation.endsWithDeltasOf("RATE"))
                        .as("values at finality with all the deltas of rates, of %s", this)
                        .isGreaterThan(FEWEST_DELTAS_OF_RATES);
                for (String version : List.of("is_first", "not is_first and not is_deleted", "is_deleted")) {
                    assertThat(recomputation.restatementsByRates(version))
                            .as("restatements by rates that are %s, of %s", version, this)
                            .isPositive();
                }
            }
        }

        private void assertLedger(Recomputation recomputation) {
            recomputation.computeLedger();
            assertThat(recomputation.ledgerDifferences())
                    .as("ledger of %s", this)
                    .isEmpty();
            assertThat(recomputation.expectedLedgerRows("true")).as("%s", this).isGreaterThan(FEWEST_RESTATEMENTS);
            for (String kpi : List.of("on_hand_units", "stock_value", "average_stock_value", "rolled_yield")) {
                assertThat(recomputation.expectedLedgerRows("kpi = '" + kpi + "'"))
                        .as("restatements of %s in %s", kpi, this)
                        .isPositive();
            }
        }

        /** What is in a ledger once. */
        private static List<String> cause(LedgerRow entry) {
            return List.of(entry.kpi(), entry.series(), entry.window(), entry.causeKey(), entry.causeVersion());
        }

        private void assertCovers(Recomputation recomputation) {
            assertThat(recomputation.kpisWithRows()).as("%s", this).hasSizeGreaterThan(FEWEST_KPIS);
            assertThat(recomputation.expectedRows("value::hugeint < 0"))
                    .as("%s", this)
                    .isPositive();
            assertThat(recomputation.expectedRows("facts = 0")).as("%s", this).isPositive();
            assertThat(recomputation.expectedRows("facts = 1")).as("%s", this).isPositive();
            assertThat(recomputation.expectedRows("value is null"))
                    .as("%s", this)
                    .isPositive();
            assertThat(recomputation.expectedRows("flags = ''")).as("%s", this).isPositive();
            assertThat(recomputation.expectedRows("flags = 'RATE_ESTIMATED'"))
                    .as("%s", this)
                    .isPositive();
            assertThat(recomputation.expectedRows(
                            "kpi = 'rolled_yield' and value::hugeint > 0 and value::hugeint < 1000000"))
                    .as("%s", this)
                    .isPositive();
            assertThat(recomputation.expectedRows("flags like '%RATE_MISSING'") > 0)
                    .as("values without any rate, of %s", this)
                    .isEqualTo(!rated.equals(RATED));
            assertCoversLevels(recomputation);
            if (!isOneWay()) {
                assertThat(recomputation.kpisWithRows()).as("%s", this).contains("demand_spread");
                assertThat(recomputation.expectedRows("kpi = 'dead_stock' and value::hugeint > 0"))
                        .as("%s", this)
                        .isPositive();
            }
            Instant end = day.plusDays(1).atStartOfDay(LONDON).toInstant();
            assertThat(recomputation.expectedRows(
                            "time_window = 'day' and e = " + ChronoUnit.MICROS.between(Instant.EPOCH, end)))
                    .as("%s", this)
                    .isPositive();
        }

        private void assertCoversLevels(Recomputation recomputation) {
            assertThat(recomputation.kpisWithRows())
                    .as("%s", this)
                    .contains("on_hand_units", "stock_value", "average_stock_value", "wip_value")
                    .contains("receivables", "cash_balance", "days_of_cover", "dso");
            assertThat(recomputation.expectedRows("time_window like 'instant/%' and flags <> ''"))
                    .as("levels at rates of other days, or none, of %s", this)
                    .isPositive();
            if (!isOneWay()) {
                assertThat(recomputation.expectedRows("kpi = 'average_stock_value' and flags <> ''"))
                        .as("means over time at rates of other days, or none, of %s", this)
                        .isPositive();
            }
        }

        private LocalDate firstDay() {
            return day.minusDays(DAYS_BEFORE);
        }

        private FactHistory history() {
            FactSettings settings =
                    FactSettings.of(seed, DAYS).startingOn(firstDay()).withOrdersADay(ORDERS_A_DAY);
            return FactHistory.of(settings)
                    .disordered(new Disorder(seed, Duration.ofHours(2), 10, 15, Duration.ofDays(5)))
                    .with(Fault.values());
        }

        private List<Arrival> arrivals(FactHistory history) {
            return history.arrivals().stream()
                    .filter(arrival ->
                            CONTRACTS.contains(arrival.fact().getSchema().getName()))
                    .map(arrival -> isOneWay() ? arrival : stockInDollars(arrival))
                    .toList();
        }

        /** So that what stands in a warehouse is worth each day's rate. */
        private static Arrival stockInDollars(Arrival arrival) {
            return arrival.fact() instanceof InventoryLevel level
                            && level.getWarehouse().equals("WEST")
                    ? new Arrival(
                            arrival.topic(),
                            arrival.key(),
                            InventoryLevel.newBuilder(level).setCurrency("USD").build(),
                            arrival.arrivedAt())
                    : arrival;
        }

        private KpiRun run(KpiRun.Input input) {
            try {
                Path folder = Files.createTempDirectory(Path.of("target"), "kpi-recomputation");
                try {
                    return KpiRun.of(input, parallelism, isFailing, catalogue(), folder.toAbsolutePath());
                } finally {
                    // The cluster may be at it still.
                    FileUtils.deleteDirectoryQuietly(folder.toFile());
                }
            } catch (Exception e) {
                throw new IllegalStateException("the job failed with " + this, e);
            }
        }
    }
}
