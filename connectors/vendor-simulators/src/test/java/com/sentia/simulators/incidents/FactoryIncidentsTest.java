package com.sentia.simulators.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.simulators.factory.Factory;
import com.sentia.simulators.factory.FactoryPlan;
import com.sentia.simulators.factory.FactoryTroubles;
import com.sentia.simulators.factory.RowChange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Incidents of the factory show in what its people and machines write down. */
class FactoryIncidentsTest {
    private static final LocalDate FIRST = LocalDate.of(2010, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2011, 1, 31);
    private static final IncidentPlan PLAN = Shipped.plan(1);
    /** A machine of each line stands still all the time. */
    private static final FactoryTroubles STANDSTILL = new FactoryTroubles(
            Factory.machines().entrySet().stream()
                    .map(one -> new FactoryTroubles.Wear(
                            one.getValue(),
                            one.getKey(),
                            Instant.EPOCH,
                            Instant.EPOCH.plusSeconds(1),
                            Instant.parse("2100-01-01T00:00:00Z")))
                    .toList(),
            List.of(),
            List.of(),
            List.of());

    private static final Map<String, RowChange> USUAL = rows(FactoryTroubles.NONE);
    private static final Map<String, RowChange> TROUBLED = rows(PLAN.factory());

    @Test
    void writesNoReadingOfASilentMachineAndAllOfTheOthers() {
        List<Incident> silences = Shipped.of(PLAN, IncidentKind.SILENT_FEED);

        assertThat(silences).isNotEmpty().allSatisfy(silence -> {
            assertThat(within(TROUBLED.values(), "machine_reading", "read_at", silence))
                    .extracting(row -> row.columns().get("machine"))
                    .isNotEmpty()
                    .doesNotContain(silence.root().value());
            assertThat(within(USUAL.values(), "machine_reading", "read_at", silence))
                    .filteredOn(of("machine", silence.root().value()))
                    .hasSizeGreaterThanOrEqualTo(silence.magnitude().intValue());
        });
    }

    @Test
    void slowsAMachineDownAndStopsIt() {
        assertThat(Shipped.of(PLAN, IncidentKind.MACHINE_FAILURE)).isNotEmpty().allSatisfy(failure -> {
            String machine = failure.root().value();
            List<RowChange> before = within(USUAL.values(), "machine_reading", "read_at", failure).stream()
                    .filter(of("machine", machine))
                    .toList();
            List<RowChange> then = within(TROUBLED.values(), "machine_reading", "read_at", failure).stream()
                    .filter(of("machine", machine))
                    .toList();

            assertThat(sum(then, "units")).isLessThan(sum(before, "units"));
            assertThat(then.stream().filter(of("state", "DOWN")).count())
                    .isGreaterThanOrEqualTo(failure.magnitude().intValue() - 1);
            assertThat(sum(runs(TROUBLED, failure), "produced_quantity"))
                    .isLessThan(sum(runs(USUAL, failure), "produced_quantity"));
            assertThat(scrapRate(runs(TROUBLED, failure))).isGreaterThan(1.3 * scrapRate(runs(USUAL, failure)));
        });
    }

    @Test
    void writesARowAgainOnlyWithSomethingElseInIt() {
        Factory factory = new Factory(new FactoryPlan(1, List.of("A", "B"), FIRST, LAST, STANDSTILL));
        Map<String, Map<String, Object>> rows = new HashMap<>();

        FIRST.datesUntil(LAST).flatMap(day -> factory.changes(day).stream()).forEach(change -> {
            Map<String, Object> now = new HashMap<>(change.columns());
            now.remove("updated_at");
            String id = change.table() + change.id();
            assertThat(now).as(id).isNotEqualTo(rows.put(id, now));
        });
    }

    @Test
    void turnsOutMoreScrapAndFailsMoreOfItsSamplesWhenQualityDrifts() {
        assertThat(Shipped.of(PLAN, IncidentKind.QUALITY_DRIFT)).isNotEmpty().allSatisfy(drift -> {
            assertThat(scrapRate(runs(TROUBLED, drift))).isGreaterThan(2 * scrapRate(runs(USUAL, drift)));
            assertThat(failedRate(TROUBLED, drift)).isGreaterThan(failedRate(USUAL, drift) + 0.02);
            assertThat(runs(TROUBLED, drift))
                    .allSatisfy(run ->
                            assertThat(number(run, "first_pass_quantity")).isNotNegative());
        });
    }

    @Test
    void takesInNothingOfALateSupplierAndAllOfItLater() {
        assertThat(Shipped.of(PLAN, IncidentKind.LATE_SUPPLIER)).isNotEmpty().allSatisfy(late -> {
            Predicate<RowChange> ofSupplier = of("supplier", late.root().value());

            assertThat(within(USUAL.values(), "quality_inspection", "inspected_at", late))
                    .anyMatch(ofSupplier);
            assertThat(within(TROUBLED.values(), "quality_inspection", "inspected_at", late))
                    .noneMatch(ofSupplier);
            assertThat(within(USUAL.values(), "quality_inspection", "inspected_at", late))
                    .filteredOn(ofSupplier)
                    .allSatisfy(due -> assertThat(TROUBLED).containsKey(id(due)));
        });
    }

    @Test
    void changesNothingOutsideOfIncidents() {
        List<RowChange> others = TROUBLED.values().stream()
                .filter(row -> PLAN.incidents().stream().noneMatch(incident -> isNear(row, incident)))
                .toList();

        assertThat(others)
                .hasSizeGreaterThan(500)
                .allSatisfy(row -> assertThat(USUAL.get(id(row))).isEqualTo(row));
    }

    /** On the days of an incident, or in the weeks in which late deliveries still come. */
    private static boolean isNear(RowChange row, Incident incident) {
        return row.at().isAfter(incident.start().minusSeconds(86_400))
                && row.at().isBefore(incident.end().plusSeconds(10 * 86_400));
    }

    private static List<RowChange> runs(Map<String, RowChange> rows, Incident incident) {
        return within(rows.values(), "production_run", "planned_start_at", incident).stream()
                .filter(of(
                        "line",
                        incident.within().getOrDefault("line", incident.root().value())))
                .toList();
    }

    private static double scrapRate(List<RowChange> runs) {
        return (double) sum(runs, "scrapped_quantity") / sum(runs, "produced_quantity");
    }

    private static double failedRate(Map<String, RowChange> rows, Incident incident) {
        List<RowChange> inspections = within(rows.values(), "quality_inspection", "inspected_at", incident).stream()
                .filter(of("line", incident.root().value()))
                .toList();
        return 1.0 - (double) sum(inspections, "passed_quantity") / sum(inspections, "inspected_quantity");
    }

    private static Predicate<RowChange> of(String column, String value) {
        return row -> value.equals(row.columns().get(column));
    }

    private static List<RowChange> within(Collection<RowChange> rows, String table, String time, Incident incident) {
        return rows.stream()
                .filter(row -> row.table().equals(table))
                .filter(row -> row.columns().get(time) instanceof Instant at
                        && !at.isBefore(incident.start())
                        && at.isBefore(incident.end()))
                .toList();
    }

    private static long sum(List<RowChange> rows, String column) {
        return rows.stream().mapToLong(row -> number(row, column)).sum();
    }

    private static long number(RowChange row, String column) {
        Object value = Objects.requireNonNull(row.columns().get(column));
        return value instanceof BigDecimal exact ? exact.longValue() : ((Number) value).longValue();
    }

    private static String id(RowChange row) {
        return row.table() + " " + row.id();
    }

    private static Map<String, RowChange> rows(FactoryTroubles troubles) {
        Factory factory =
                new Factory(new FactoryPlan(Shipped.FACTORY_SEED, List.of("85123A", "22423"), FIRST, LAST, troubles));
        Map<String, RowChange> rows = new HashMap<>();
        FIRST.datesUntil(LAST.plusDays(2))
                .flatMap(day -> factory.changes(day).stream())
                .forEach(change -> {
                    if (change.isDeletion()) {
                        rows.remove(id(change));
                    } else {
                        rows.put(id(change), change);
                    }
                });
        return rows;
    }
}
