package com.sentia.timescale;

import com.sentia.timescale.SeriesIds.Series;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes the restatement ledger; an entry that is there stays. */
final class RestatementRows {
    private static final String RESOURCE = "sql/insert-restatement.sql";
    private static final List<Column<Row>> COLUMNS = List.of(
            Column.integer(Row::seriesId),
            Column.text(row -> row.of.causeKey()),
            Column.text(row -> row.of.causeVersion()),
            Column.text(row -> row.of.causeKind()),
            Column.bigint(row -> row.of.firstEndMicros()),
            Column.bigint(row -> row.of.lastEndMicros()),
            Column.values("numeric", row -> row.of.firstDelta()),
            Column.bigint(row -> row.of.restatedAtMicros()));

    private RestatementRows() {}

    private record Row(int seriesId, Restatement of) {}

    static void write(Connection connection, SeriesIds series, List<Restatement> restatements) throws SQLException {
        if (restatements.isEmpty()) {
            return;
        }
        List<Row> rows = restatements.stream()
                .map(restatement -> new Row(series.of(Series.of(restatement)), restatement))
                .toList();
        Statements.update(connection, RESOURCE, COLUMNS, rows);
    }
}
