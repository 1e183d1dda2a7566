package com.sentia.capture;

import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The captured tables: where their rows go, and which of their columns may leave the database. Names of people may not. */
enum CapturedTable {
    PRODUCTION_RUN(
            Topics.RAW_SENTIA_PRODUCTION_RUN,
            List.of(
                    Column.named("run_id"),
                    Column.named("lot_id"),
                    Column.named("operation"),
                    Column.named("is_last_operation"),
                    Column.named("status"),
                    Column.named("line"),
                    Column.named("warehouse"),
                    Column.named("sku"),
                    Column.named("planned_start_at"),
                    Column.named("planned_end_at"),
                    Column.named("started_at"),
                    Column.named("ended_at"),
                    Column.named("cancelled_at"),
                    Column.named("planned_quantity"),
                    Column.named("produced_quantity"),
                    Column.named("first_pass_quantity"),
                    Column.named("reworked_quantity"),
                    Column.named("scrapped_quantity"),
                    Column.named("available_millis"),
                    Column.named("planned_millis"),
                    Column.named("run_millis"),
                    Column.named("ideal_cycle_millis"),
                    Column.named("currency"),
                    Column.named("labour_cost"),
                    Column.named("overhead_cost"),
                    Column.listOf("materials", "sku", "standard_quantity", "actual_quantity", "standard_price"),
                    Column.named("updated_at"))),
    MACHINE_READING(
            Topics.RAW_SENTIA_MACHINE_READING,
            List.of(
                    Column.named("reading_id"),
                    Column.named("machine"),
                    Column.named("line"),
                    Column.named("run_id"),
                    Column.named("read_at"),
                    Column.named("covered_millis"),
                    Column.named("state"),
                    Column.named("failure_id"),
                    Column.named("units"),
                    Column.named("cycle_millis"),
                    Column.listOf("measurements", "name", "value"),
                    Column.named("updated_at"))),
    QUALITY_INSPECTION(
            Topics.RAW_SENTIA_QUALITY_INSPECTION,
            List.of(
                    Column.named("inspection_id"),
                    Column.named("run_id"),
                    Column.named("purchase_order_id"),
                    Column.named("line"),
                    Column.named("operation"),
                    Column.named("supplier"),
                    Column.named("sku"),
                    Column.named("inspected_at"),
                    Column.named("inspected_quantity"),
                    Column.named("passed_quantity"),
                    Column.listOf("defects", "defect", "quantity", "disposition"),
                    Column.named("updated_at"))),
    TARGET(
            Topics.RAW_SENTIA_TARGET,
            List.of(
                    Column.named("kpi"),
                    Column.named("scope"),
                    Column.named("starts_on"),
                    Column.named("target_value"),
                    Column.named("updated_at"))),
    FX_RATE(
            Topics.RAW_SENTIA_FX_RATE,
            List.of(
                    Column.named("base_currency"),
                    Column.named("quote_currency"),
                    Column.named("day"),
                    Column.named("rate"),
                    Column.named("published_at"),
                    Column.named("updated_at")));

    @SuppressWarnings("ImmutableEnumChecker") // A record of the catalogue; its schemas are never changed.
    private final Topic topic;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Column> columns;

    CapturedTable(Topic topic, List<Column> columns) {
        this.topic = topic;
        this.columns = columns;
    }

    /**
     * A column that may leave the database.
     *
     * @param keys of a JSON list of objects: those of their keys that may; empty for a plain value
     */
    record Column(String name, List<String> keys) {
        private static Column named(String name) {
            return new Column(name, List.of());
        }

        private static Column listOf(String name, String... keys) {
            return new Column(name, List.of(keys));
        }
    }

    static Optional<CapturedTable> of(String table) {
        return Arrays.stream(values())
                .filter(known -> known.entity().equals(table))
                .findFirst();
    }

    /** The table's name, which is the entity's in raw records. */
    String entity() {
        return name().toLowerCase(Locale.ROOT);
    }

    Topic topic() {
        return topic;
    }

    List<Column> columns() {
        return columns;
    }
}
