package com.sentia.simulators.factory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One operation of one lot in one shift, from its plan to the last correction. */
final class Run {
    private static final long MILLION = FactoryTroubles.MILLION;
    private static final long CALLED_OFF_PER_MILLE = 25;
    private static final long BROKEN_OFF_PER_MILLE = 15;
    private static final long CORRECTED_PER_MILLE = 120;
    private static final int WEEKS_OF_DRIFT = 6;
    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();
    private static final LocalTime CORRECTIONS = LocalTime.of(9, 30);
    private static final BigDecimal LABOUR_AN_HOUR = new BigDecimal("18.40");
    private static final BigDecimal OVERHEAD_AN_HOUR = new BigDecimal("27.15");

    private final LocalDate day;
    private final Line line;
    private final Shift shift;
    private final String sku;
    private final Worker worker;
    private final long ideal;
    private final long plannedQuantity;
    private final boolean isCalledOff;
    private final boolean isBrokenOff;
    private final boolean isCorrected;
    private final Instant startedAt;
    private final Instant endedAt;
    private final long runMillis;
    private final long worseOfMillion;
    private final Made made;
    private final Made corrected;
    private final List<Material> materials;

    /** What came of it, in units. */
    private record Made(long produced, long reworked, long scrapped) {
        static final Made NOTHING = new Made(0, 0, 0);
    }

    /** @param overuse millionths used beyond what the bill of materials wants */
    private record Material(String sku, BigDecimal ofOneUnit, String price, long overuse) {
        String json(long wantedFor, long issuedFor) {
            BigDecimal standard = ofOneUnit.multiply(BigDecimal.valueOf(wantedFor));
            BigDecimal actual = ofOneUnit
                    .multiply(BigDecimal.valueOf(issuedFor))
                    .multiply(BigDecimal.valueOf(MILLION + overuse, 6))
                    .setScale(6, RoundingMode.HALF_EVEN);
            return """
                    {"sku": "%s", "standard_quantity": "%s", "actual_quantity": "%s", "standard_price": "%s"}""".formatted(sku, standard.toPlainString(), actual.toPlainString(), price);
        }
    }

    Run(FactoryPlan plan, LocalDate day, Line line, Shift shift) {
        this.day = day;
        this.line = line;
        this.shift = shift;
        Chance chance = plan.chance(day, line.code() + shift.index());
        this.sku = chance.oneOf(plan.skus());
        this.worker = Worker.of(chance);
        this.ideal = line.idealCycles().get(line.operationOf(shift));
        this.plannedQuantity = shift.millis() * 8 / 10 / ideal;
        this.isCalledOff = chance.happens(CALLED_OFF_PER_MILLE);
        this.isBrokenOff = chance.happens(BROKEN_OFF_PER_MILLE);
        this.isCorrected = chance.happens(CORRECTED_PER_MILLE);
        this.startedAt = shift.start(day).plusMillis(chance.between(0, 12 * 60_000));
        long lasts = chance.share(shift.millis(), 880_000, 1_040_000);
        this.endedAt = startedAt.plusMillis(isBrokenOff ? lasts / 3 : lasts);
        long ran = chance.share(Duration.between(startedAt, endedAt).toMillis(), 700_000, 960_000);
        long left = MILLION - plan.troubles().stoodOfMillion(line.code(), startedAt, endedAt);
        this.runMillis = ran * left / MILLION;
        this.worseOfMillion = plan.troubles().scrapOfMillion(line.code(), startedAt);
        long produced = chance.share(runMillis / ideal, 850_000, 990_000);
        // Tools wear over six weeks, then they are changed.
        long drift = day.toEpochDay() / 7 % WEEKS_OF_DRIFT * 3_000;
        long worse = produced * worseOfMillion / MILLION;
        long scrapped = chance.share(produced, 4_000, 16_000 + drift) + worse;
        this.made = new Made(produced, chance.share(produced, 8_000, 30_000 + drift) + worse, scrapped);
        long later = Math.min(chance.between(1, 12), produced - made.reworked() - scrapped);
        this.corrected = new Made(produced, made.reworked(), scrapped + Math.max(later, 0));
        this.materials = List.of(
                new Material("RESIN", new BigDecimal("0.085"), "3.412500", chance.between(-12_000, 45_000)),
                new Material("CARTON", BigDecimal.ONE, "0.180000", chance.between(0, 20_000)));
    }

    String id() {
        return "R-" + day + "-" + line.code() + "-" + shift.index();
    }

    String sku() {
        return sku;
    }

    String line() {
        return line.code();
    }

    String operation() {
        return line.operations().get(line.operationOf(shift));
    }

    LocalDate day() {
        return day;
    }

    Instant endedAt() {
        return endedAt;
    }

    Worker worker() {
        return worker;
    }

    /** Of a million units, those that are scrap because something is wrong. */
    long worseOfMillion() {
        return worseOfMillion;
    }

    /** Units there to be looked at; none of a run that was called or broken off. */
    long inspectable() {
        return isCalledOff || isBrokenOff ? 0 : made.produced();
    }

    /** Its row as it is planned. */
    RowChange planned(Instant at) {
        return row(at, "PLANNED", null, null, null, Made.NOTHING);
    }

    /** Its rows of the day itself. */
    List<RowChange> work() {
        if (isCalledOff) {
            return List.of(row(startedAt, "CANCELLED", null, null, startedAt, Made.NOTHING));
        }
        List<RowChange> rows = new ArrayList<>();
        rows.add(row(startedAt, "RUNNING", startedAt, null, null, Made.NOTHING));
        rows.add(
                isBrokenOff
                        ? row(endedAt, "CANCELLED", startedAt, endedAt, endedAt, made)
                        : row(endedAt, "COMPLETED", startedAt, endedAt, null, made));
        return rows;
    }

    /** What is put right the next day: more of it turned out to be scrap. */
    List<RowChange> correction() {
        boolean isNothing = corrected.equals(made);
        if (isCalledOff || isBrokenOff || !isCorrected || isNothing) {
            return List.of();
        }
        Instant at = Shift.at(day.plusDays(1), CORRECTIONS).plusSeconds(shift.index());
        return List.of(row(at, "COMPLETED", startedAt, endedAt, null, corrected));
    }

    private RowChange row(
            Instant at,
            String status,
            @Nullable Instant started,
            @Nullable Instant ended,
            @Nullable Instant cancelled,
            Made quantities) {
        boolean hasEnded = ended != null;
        long hours = shift.millis();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("run_id", id());
        row.put("lot_id", "L-" + day + "-" + (shift.index() + 1) / 2);
        row.put("operation", operation());
        row.put("is_last_operation", line.isLast());
        row.put("status", status);
        row.put("line", line.code());
        row.put("warehouse", "MAIN");
        row.put("sku", sku);
        row.put("planned_start_at", shift.start(day));
        row.put("planned_end_at", shift.end(day));
        row.put("started_at", started);
        row.put("ended_at", ended);
        row.put("cancelled_at", cancelled);
        row.put("planned_quantity", plannedQuantity);
        row.put("produced_quantity", quantities.produced());
        row.put("first_pass_quantity", quantities.produced() - quantities.reworked() - quantities.scrapped());
        row.put("reworked_quantity", quantities.reworked());
        row.put("scrapped_quantity", quantities.scrapped());
        row.put("available_millis", hasEnded ? hours : 0);
        row.put("planned_millis", hasEnded ? hours * 93 / 100 : 0);
        row.put("run_millis", hasEnded ? runMillis : 0);
        row.put("ideal_cycle_millis", ideal);
        row.put("currency", "GBP");
        row.put("labour_cost", hasEnded ? cost(LABOUR_AN_HOUR) : BigDecimal.ZERO);
        row.put("overhead_cost", hasEnded ? cost(OVERHEAD_AN_HOUR) : BigDecimal.ZERO);
        row.put("materials", materials(started, hasEnded ? quantities.produced() : plannedQuantity));
        row.put("operator_name", worker.name());
        row.put("operator_badge", worker.badge());
        row.put("notes", "written down by " + worker.name());
        return RowChange.written(at, "production_run", "run_id", row);
    }

    /** Nothing is issued before the start. */
    private RowChange.Json materials(@Nullable Instant started, long units) {
        List<String> parts = materials.stream()
                .map(material -> material.json(units, started == null ? 0 : units))
                .toList();
        return new RowChange.Json("[" + String.join(", ", parts) + "]");
    }

    private BigDecimal cost(BigDecimal anHour) {
        return anHour.multiply(BigDecimal.valueOf(runMillis))
                .divide(BigDecimal.valueOf(HOUR_MILLIS), 2, RoundingMode.HALF_EVEN);
    }
}
