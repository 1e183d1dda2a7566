package com.sentia.timescale;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** A change with its series' id: a row of {@code kpi_value} to be. */
record ChangeRow(int seriesId, KpiChange change) {
    /** The row's primary key. */
    record Key(int seriesId, long windowEndMicros) {}

    static final List<Column<ChangeRow>> UPSERT = List.of(
            Column.integer(ChangeRow::seriesId),
            Column.bigint(row -> row.change.windowEndMicros()),
            Column.values("numeric", row -> row.change.value()),
            Column.text(ChangeRow::components),
            Column.bigint(row -> row.change.factCount()),
            Column.integer(row -> row.change.revision()),
            Column.text(ChangeRow::flags),
            Column.bigint(row -> row.change.updatedAtMicros()),
            Column.bigint(row -> row.change.generation()),
            Column.bigint(row -> row.change.sequence()),
            Column.values("boolean", row -> row.change.superseding()));

    static final List<Column<ChangeRow>> DELETE = List.of(
            Column.integer(ChangeRow::seriesId),
            Column.bigint(row -> row.change.windowEndMicros()),
            Column.bigint(row -> row.change.generation()),
            Column.bigint(row -> row.change.sequence()));

    static final List<Column<ChangeRow>> KEEP = List.of(
            Column.integer(ChangeRow::seriesId),
            Column.bigint(row -> row.change.windowEndMicros()),
            Column.values("boolean", row -> row.change.delete()),
            Column.values("numeric", row -> row.change.value()),
            Column.text(ChangeRow::components),
            Column.bigint(row -> row.change.factCount()),
            Column.text(ChangeRow::flags),
            Column.bigint(row -> row.change.updatedAtMicros()),
            Column.bigint(row -> row.change.generation()),
            Column.bigint(row -> row.change.sequence()));

    Key key() {
        return new Key(seriesId, change.windowEndMicros());
    }

    /** An array's text form, as arrays of differing length don't fit into one array parameter. */
    private String components() {
        return change.components().stream().map(BigDecimal::toPlainString).collect(Collectors.joining(",", "{", "}"));
    }

    private String flags() {
        return change.flags().isEmpty()
                ? "{}"
                : change.flags().stream()
                        .map(flag -> '"' + flag.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .collect(Collectors.joining(",", "{", "}"));
    }
}
