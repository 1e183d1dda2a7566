package com.sentia.verification.bench.late;

import com.sentia.verification.bench.bare.BareRow;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the stack has written.
 *
 * @param connection as the owner
 */
record KpiTables(Connection connection) {
    /** A table laid out as {@code kpi_value}, with its rows as they stood before. */
    static final String COPY = "bench_kpi_value";

    private static final String ROWS = """
            select v.series_id, (extract(epoch from v.window_end) * 1000000)::bigint, v.value, v.components::text,
                   v.fact_count, v.revision, v.flags::text, (extract(epoch from v.updated_at) * 1000000)::bigint,
                   v.generation, v.sequence
            from kpi_value v
            join kpi_series s using (series_id)
            where v.revision > 0""";

    /** Up to when everything is final; empty while not every writer has spoken. */
    Optional<Instant> finalTo() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select final_to from kpi_final where job = 'kpi'")) {
            return rows.next()
                    ? Optional.ofNullable(rows.getObject(1, OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant)
                    : Optional.empty();
        }
    }

    /** Change points: value by window end in microseconds. */
    NavigableMap<Long, BigDecimal> values(Series series) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select (extract(epoch from v.window_end) * 1000000)::bigint, v.value
                from kpi_value v
                join kpi_series s using (series_id)
                join kpi_active a using (kpi, kpi_version)
                where s.kpi = ? and s.time_window = ? and s.dimensions = ?::jsonb""")) {
            statement.setString(1, series.kpi());
            statement.setString(2, series.window());
            statement.setString(3, series.dimensions());
            try (ResultSet rows = statement.executeQuery()) {
                NavigableMap<Long, BigDecimal> values = new TreeMap<>();
                while (rows.next()) {
                    BigDecimal value = rows.getBigDecimal(2);
                    if (value != null) {
                        values.put(rows.getLong(1), value);
                    }
                }
                return values;
            }
        }
    }

    /** Copies all values, indexes and all, for others to write the same rows into. */
    void copy() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table " + COPY + " (like kpi_value including all) with (fillfactor = 85)");
            if (isHypertable(statement)) {
                statement.execute("select create_hypertable('" + COPY
                        + "', by_range('window_end', interval '90 days'), create_default_indexes => false)");
            }
            statement.execute("insert into " + COPY + " select * from kpi_value");
            statement.execute("analyze " + COPY);
        }
    }

    private static boolean isHypertable(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select 1 from pg_extension where extname = 'timescaledb'")) {
            return found.next();
        }
    }

    /** The corrected rows, in the order of their key. */
    List<BareRow> corrected() throws SQLException {
        return rows(ROWS + " order by 1, 2");
    }

    /** Those of {@link Series#FIRST} alone. */
    List<BareRow> correctedFirst() throws SQLException {
        return rows(
                ROWS + " and s.kpi = 'net_sales' and s.time_window = '24h/5m' and s.dimensions = '{}' order by 1, 2");
    }

    long count(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private List<BareRow> rows(String sql) throws SQLException {
        List<BareRow> found = new ArrayList<>();
        // No question mark in it is a parameter: one is an operator.
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(new BareRow(
                        rows.getInt(1),
                        rows.getLong(2),
                        rows.getBigDecimal(3),
                        rows.getString(4),
                        rows.getLong(5),
                        rows.getInt(6),
                        rows.getString(7),
                        rows.getLong(8),
                        rows.getLong(9),
                        rows.getLong(10)));
            }
        }
        return found;
    }
}
