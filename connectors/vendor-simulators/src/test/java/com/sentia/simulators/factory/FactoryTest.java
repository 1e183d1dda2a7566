package com.sentia.simulators.factory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactoryTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 30);
    private static final FactoryPlan PLAN =
            new FactoryPlan(1, List.of("85123A", "22423"), FIRST, LAST, FactoryTroubles.NONE);

    private final Factory factory = new Factory(PLAN);

    @Test
    void tellsTheSameOfADayWheneverItIsAsked() {
        LocalDate day = FIRST.plusDays(9);

        assertThat(new Factory(PLAN).changes(day)).isEqualTo(factory.changes(day));
        assertThat(new Factory(new FactoryPlan(2, PLAN.skus(), FIRST, LAST, FactoryTroubles.NONE)).changes(day))
                .isNotEqualTo(factory.changes(day));
    }

    @Test
    void writesDownInTheOrderOfTimeAndOnTheDayItself() {
        FIRST.datesUntil(LAST.plusDays(2))
                .forEach(day -> assertThat(factory.changes(day))
                        .isSortedAccordingTo(Comparator.comparing(RowChange::at))
                        .allSatisfy(
                                change -> assertThat(Factory.dayOf(change.at())).isEqualTo(day)));
    }

    @Test
    void restsOnSundaysButForWhatIsLeftOfSaturday() {
        LocalDate sunday = FIRST.plusDays(6);
        assertThat(sunday.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);

        assertThat(factory.changes(sunday))
                .allSatisfy(change -> assertThat(change.isDeletion() || isPlanOrCorrection(change, sunday))
                        .isTrue());
    }

    @Test
    void accountsForEveryUnitOfEveryRun() {
        Map<String, RowChange> runs = last("production_run");

        assertThat(runs.values())
                .hasSizeGreaterThan(300)
                .allSatisfy(run -> assertThat(number(run, "first_pass_quantity")
                                + number(run, "reworked_quantity")
                                + number(run, "scrapped_quantity"))
                        .isEqualTo(number(run, "produced_quantity")))
                .allSatisfy(
                        run -> assertThat(number(run, "first_pass_quantity")).isNotNegative());
    }

    @Test
    void hasAllThatCanHappenToARunAndAMachine() {
        assertThat(all("production_run").map(run -> run.columns().get("status")))
                .contains("PLANNED", "RUNNING", "COMPLETED", "CANCELLED");
        assertThat(all("machine_reading")
                        .filter(reading -> !reading.isDeletion())
                        .map(reading -> reading.columns().get("state")))
                .contains("RUNNING", "DOWN", "PLANNED_STOP");
        assertThat(all("machine_reading").filter(RowChange::isDeletion)).isNotEmpty();
        assertThat(all("quality_inspection")
                        .map(inspection -> inspection.columns().get("supplier")))
                .contains("S-NORTH", "S-EAST", "S-HARBOUR");
    }

    private Stream<RowChange> all(String table) {
        return FIRST.minusDays(1)
                .datesUntil(LAST.plusDays(2))
                .flatMap(day -> factory.changes(day).stream())
                .filter(change -> change.table().equals(table));
    }

    private Map<String, RowChange> last(String table) {
        Map<String, RowChange> last = new HashMap<>();
        all(table).forEach(change -> last.put(change.id(), change));
        return last;
    }

    private static boolean isPlanOrCorrection(RowChange change, LocalDate sunday) {
        @Nullable Object status = change.columns().get("status");
        String id = change.id();
        return "PLANNED".equals(status) || id.contains(sunday.minusDays(1).toString());
    }

    private static long number(RowChange change, String column) {
        return ((Number) Objects.requireNonNull(change.columns().get(column))).longValue();
    }
}
