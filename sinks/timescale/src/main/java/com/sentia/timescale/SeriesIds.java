package com.sentia.timescale;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks up series' ids, making those that are new, and remembers them. An id never changes once it is committed. */
final class SeriesIds {
    private static final List<Column<Series>> COLUMNS = List.of(
            Column.text(Series::kpi),
            Column.integer(Series::kpiVersion),
            Column.text(series -> Json.texts(series.dimensions())),
            Column.text(Series::window));

    private final Map<Series, Integer> known = new HashMap<>();

    /** What a series is told by. */
    record Series(String kpi, int kpiVersion, Map<String, String> dimensions, String window) {
        static Series of(KpiChange change) {
            return new Series(change.kpi(), change.kpiVersion(), change.dimensions(), change.window());
        }

        static Series of(Restatement restatement) {
            return new Series(
                    restatement.kpi(), restatement.kpiVersion(), restatement.dimensions(), restatement.window());
        }
    }

    int of(Series series) {
        Integer id = known.get(series);
        if (id == null) {
            throw new IllegalStateException("series not resolved before use: " + series);
        }
        return id;
    }

    /** Makes all of them known. On a connection with autocommit, as an id rolled back must not be remembered. */
    void resolve(Connection connection, Collection<Series> wanted) throws SQLException {
        Set<Series> missing = new LinkedHashSet<>(wanted);
        missing.removeAll(known.keySet());
        if (missing.isEmpty()) {
            return;
        }
        List<Series> rest = find(connection, new ArrayList<>(missing));
        if (!rest.isEmpty()) {
            Statements.update(connection, "sql/make-series.sql", COLUMNS, rest);
            find(connection, rest);
        }
    }

    private List<Series> find(Connection connection, List<Series> wanted) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Statements.text("sql/find-series.sql"))) {
            Statements.bind(statement, COLUMNS, wanted);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.put(wanted.get(rows.getInt(1) - 1), rows.getInt(2));
                }
            }
        }
        return wanted.stream().filter(series -> !known.containsKey(series)).toList();
    }
}
