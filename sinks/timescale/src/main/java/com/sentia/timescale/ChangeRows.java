package com.sentia.timescale;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Writes change points. Of changes to one row the last wins: a flush is one transaction, so nobody could ever read the ones
 * before it, and they are no history. Only where the row became final within the flush is it written before what supersedes
 * it, so that history has every value that was final first.
 */
final class ChangeRows {
    private ChangeRows() {}

    static void write(Connection connection, List<ChangeRow> rows) throws SQLException {
        Map<ChangeRow.Key, ChangeRow> wave = new LinkedHashMap<>();
        for (ChangeRow row : rows) {
            ChangeRow earlier = wave.get(row.key());
            if (earlier != null
                    && row.change().superseding()
                    && !earlier.change().superseding()) {
                writeWave(connection, new ArrayList<>(wave.values()));
                wave.clear();
                earlier = null;
            }
            if (earlier == null || !isOlder(row, earlier)) {
                wave.put(row.key(), row);
            }
        }
        writeWave(connection, new ArrayList<>(wave.values()));
    }

    private static boolean isOlder(ChangeRow row, ChangeRow other) {
        int byGeneration =
                Long.compare(row.change().generation(), other.change().generation());
        return byGeneration != 0
                ? byGeneration < 0
                : row.change().sequence() < other.change().sequence();
    }

    private static void writeWave(Connection connection, List<ChangeRow> wave) throws SQLException {
        apply(
                connection,
                "sql/keep-superseded.sql",
                ChangeRow.KEEP,
                wave,
                row -> row.change().superseding());
        apply(
                connection,
                "sql/delete-kpi-value.sql",
                ChangeRow.DELETE,
                wave,
                row -> row.change().delete());
        apply(
                connection,
                "sql/upsert-kpi-value.sql",
                ChangeRow.UPSERT,
                wave,
                row -> !row.change().delete());
    }

    private static void apply(
            Connection connection,
            String resource,
            List<Column<ChangeRow>> columns,
            List<ChangeRow> wave,
            Predicate<ChangeRow> which)
            throws SQLException {
        List<ChangeRow> rows = wave.stream().filter(which).toList();
        if (!rows.isEmpty()) {
            Statements.update(connection, resource, columns, rows);
        }
    }
}
