package com.sentia.simulators.factory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is looked at: of each run a sample, half an hour after its end; of goods received, by supplier. */
final class Inspections {
    private static final String TABLE = "quality_inspection";
    private static final String KEY = "inspection_id";
    static final String GOODS_RECEIVED_CHANCE = "goods-received";
    private static final Duration AFTER_THE_RUN = Duration.ofMinutes(25);
    private static final LocalTime GOODS_RECEIVED = LocalTime.of(10, 20);
    private static final int SAMPLE_OF = 20;
    private static final List<String> DEFECTS = List.of("scratch", "misfit", "leak");

    private Inspections() {}

    static List<RowChange> of(Run run) {
        if (run.inspectable() < SAMPLE_OF) {
            return List.of();
        }
        Chance chance = new Chance(run.sku().hashCode(), run.day().toEpochDay(), run.id());
        long inspected = run.inspectable() / SAMPLE_OF;
        long scratched =
                chance.share(inspected, 0, 60_000) + inspected * run.worseOfMillion() / FactoryTroubles.MILLION;
        long other = chance.share(inspected, 0, 30_000);
        Map<String, @Nullable Object> row =
                row("I-" + run.id(), run.sku(), run.endedAt().plus(AFTER_THE_RUN), inspected, scratched + other);
        row.put("run_id", run.id());
        row.put("line", run.line());
        row.put("operation", run.operation());
        row.put("defects", defects("REWORK", scratched, chance.oneOf(DEFECTS.subList(1, 3)), other));
        row.put("operator_name", run.worker().name());
        row.put("operator_badge", run.worker().badge());
        return List.of(RowChange.written(run.endedAt().plus(AFTER_THE_RUN), TABLE, KEY, row));
    }

    /** What was due on a day, from one of the suppliers, and comes on another or the same. */
    static List<RowChange> ofGoodsReceived(FactoryPlan plan, LocalDate day, LocalDate comes) {
        Chance chance = plan.chance(day, GOODS_RECEIVED_CHANCE);
        String supplier = Deliveries.supplier(chance);
        Instant at = Shift.at(comes, GOODS_RECEIVED);
        long inspected = chance.between(40, 400);
        long bad = chance.share(inspected, 0, 50_000);
        Worker worker = Worker.of(chance);
        Map<String, @Nullable Object> row = row("I-GR-" + day, "RESIN", at, inspected, bad);
        row.put("purchase_order_id", "PO-" + day);
        row.put("supplier", supplier);
        row.put("defects", defects("RETURN_TO_SUPPLIER", bad, "leak", 0));
        row.put("operator_name", worker.name());
        row.put("operator_badge", worker.badge());
        return List.of(RowChange.written(at, TABLE, KEY, row));
    }

    private static Map<String, @Nullable Object> row(String id, String sku, Instant at, long inspected, long bad) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(KEY, id);
        row.put("sku", sku);
        row.put("inspected_at", at);
        row.put("inspected_quantity", inspected);
        row.put("passed_quantity", inspected - bad);
        return row;
    }

    private static RowChange.Json defects(String disposition, long first, String otherKind, long other) {
        StringBuilder list = new StringBuilder();
        append(list, DEFECTS.get(0), first, disposition);
        append(list, otherKind, other, "SCRAP");
        return new RowChange.Json("[" + list + "]");
    }

    private static void append(StringBuilder list, String defect, long quantity, String disposition) {
        if (quantity > 0) {
            list.append(list.isEmpty() ? "" : ", ")
                    .append("{\"defect\": \"%s\", \"quantity\": %d, \"disposition\": \"%s\"}"
                            .formatted(defect, quantity, disposition));
        }
    }
}
