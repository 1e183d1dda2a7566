package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.kpi.Aggregate.OfFigure;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.analytics.kpi.Measure;
import com.sentia.analytics.kpi.SalesCatalogue;
import com.sentia.jobs.kpi.recomputed.Recomputation;
import com.sentia.runtime.Rejection;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole job goes on from the committed savepoint, and ends with the values that lie beside it. {@code -Dsavepoint.write=true} writes
 * savepoint and values anew; CONTRIBUTING.md says when that may be done.
 */
@Timeout(KpiSavepointTest.LONGEST_SECONDS)
class KpiSavepointTest {
    /** Much more than it takes: a job that goes on without some of its state may find no end. */
    static final int LONGEST_SECONDS = 180;

    private static final SavepointFile COMMITTED = SavepointFile.COMMITTED;
    private static final SavepointScript SCRIPT = SavepointScript.WHOLE;
    /** What the table said when the savepoint was left, of windows that were final. */
    private static final String BEFORE = "values-before.txt";
    /** What it says in the end. */
    private static final String AFTER = "values-after.txt";

    @TempDir
    private static Path folder;

    /** That the expected values are right does not rest on restoring. */
    private static @Nullable SavepointRun fromTheBeginning;

    @BeforeAll
    static void runFromTheBeginning() throws Exception {
        fromTheBeginning = SavepointRun.fromTheBeginning(folder);
        if (Boolean.getBoolean("savepoint.write")) {
            SavepointRun before = SavepointRun.upTo(COMMITTED, folder);
            COMMITTED.write(BEFORE, values(before).finalTo(SCRIPT.finalBefore()).text());
            COMMITTED.write(AFTER, values(fromTheBeginning()).text());
        }
    }

    @Test
    void givesTheSameFromTheBeginning() {
        assertThat(values(fromTheBeginning()).differences(committed(AFTER))).isEmpty();
    }

    @Test
    void givesTheValuesOfARecomputation() {
        KpiCatalogue summed = SalesCatalogue.summed(without(KpiSavepointTest::isMoney));
        try (Recomputation recomputation = recomputation(summed)) {
            recomputation.compute();
            assertThat(recomputation.kpisWithRows()).contains("new_customers", "repeat_customers");
            assertThat(recomputation.differences()).isEmpty();
        }
    }

    /** Of first orders no recomputation knows which version changed them. */
    @Test
    void givesRevisionsAndLedgerOfARecomputation() {
        KpiCatalogue ofEntities =
                SalesCatalogue.summed(without(measure -> isMoney(measure) || measure.fact() == FactKind.NEW_CUSTOMER));
        try (Recomputation recomputation = recomputation(ofEntities)) {
            recomputation.compute();
            recomputation.computeLedger();
            assertThat(recomputation.expectedLedgerRows("true")).isPositive();
            assertThat(recomputation.ledgerDifferences()).isEmpty();
        }
    }

    @Test
    void goesOnWithEveryValueRevisionAndLedgerEntry() throws Exception {
        SavepointRun run = SavepointRun.from(COMMITTED, 1, folder);

        assertThat(committed(BEFORE).after(run.writes().written()).differences(committed(AFTER)))
                .as("restored from the committed savepoint")
                .isEmpty();
        assertThat(run.counters()).isEqualTo(fromTheBeginning().counters());
        assertThat(run.collected().rejections())
                .as("older than anything kept, which only the savepoint tells")
                .extracting(Rejection::reason)
                .containsExactly("beyond-retention");
    }

    /** Which late version comes first is then open: values are certain, revisions and ledger are not. */
    @Test
    void goesOnInParallel() throws Exception {
        SavepointRun run = SavepointRun.from(COMMITTED, 3, folder);

        assertThat(committed(BEFORE)
                        .after(run.writes().written())
                        .withoutHistory()
                        .differences(committed(AFTER).withoutHistory()))
                .as("restored from the committed savepoint by three subtasks")
                .isEmpty();
    }

    @Test
    void holdsSomethingOfEveryStateOnTheRunbooksList() throws Exception {
        Map<String, Set<String>> filled = COMMITTED.filledStates();
        filled.keySet().removeIf(uid -> !uid.startsWith("kpi."));
        // What an open value waits for is by the clock on the wall.
        filled.values().forEach(names -> names.removeIf(name -> name.startsWith("_timer_state/processing")));
        Map<String, Set<String>> promised = Uids.promised();
        promised.values().removeIf(Set::isEmpty);

        assertThat(filled).isEqualTo(promised);
    }

    /** Of these KPIs what came, and what the run from the beginning made of it. */
    private static Recomputation recomputation(KpiCatalogue catalogue) {
        KpiRun run = fromTheBeginning().collected();
        Set<String> kpis = catalogue.kpis().stream().map(Kpi::name).collect(Collectors.toSet());
        Recomputation recomputation = new Recomputation(catalogue);
        recomputation.arrived(SCRIPT.arrived());
        recomputation.found(
                run.rows().stream().filter(row -> kpis.contains(row.kpi())).toList());
        recomputation.foundInLedger(run.ledger().stream()
                .filter(entry -> kpis.contains(entry.kpi()))
                .toList());
        recomputation.foundAtFinality(run.rowsAtFinality().stream()
                .filter(row -> kpis.contains(row.kpi()))
                .toList());
        return recomputation;
    }

    /** The KPIs that don't rest on such a measure. */
    private static KpiCatalogue without(Predicate<Measure> measures) {
        KpiCatalogue whole = SavepointRun.catalogue();
        return whole.publishing(whole.kpis().stream()
                .filter(kpi -> kpi.measures().stream().noneMatch(measures))
                .collect(Collectors.toMap(Kpi::name, Kpi::version)));
    }

    /** The recomputation knows amounts in pounds alone. */
    private static boolean isMoney(Measure measure) {
        return measure.aggregate() instanceof OfFigure of && of.figure().isMoney();
    }

    private static SavepointRun fromTheBeginning() {
        return Objects.requireNonNull(fromTheBeginning);
    }

    private static SavepointValues values(SavepointRun run) {
        return SavepointValues.NONE.after(run.writes().written());
    }

    private static SavepointValues committed(String file) {
        return SavepointValues.read(COMMITTED.text(file));
    }
}
