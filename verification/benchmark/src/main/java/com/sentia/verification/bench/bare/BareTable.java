package com.sentia.verification.bench.bare;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.postgresql.PGConnection;

/**
 * A table laid out as {@code kpi_value} is, written in batches, each in a transaction of its own.
 *
 * @param connection autocommit on
 * @param name of the table; one of ours, never from outside
 */
public record BareTable(Connection connection, String name) {
    /** As many rows in a transaction as the product's sink has at most. */
    public static final int BATCH = 5_000;

    private static final String COLUMNS =
            "series_id, window_end, value, components, fact_count, revision, flags, updated_at, generation, sequence";
    private static final String SELECT = """
            select series_id, timestamptz 'epoch' + window_end * interval '1 microsecond', value, components::numeric[],
                   fact_count, revision, flags::text[], timestamptz 'epoch' + updated_at * interval '1 microsecond',
                   generation, sequence
            from unnest(?::integer[], ?::bigint[], ?::numeric[], ?::text[], ?::bigint[], ?::integer[], ?::text[],
                        ?::bigint[], ?::bigint[], ?::bigint[])
                as incoming (series_id, window_end, value, components, fact_count, revision, flags, updated_at,
                             generation, sequence)
            """;
    private static final String REPLACE = """
            on conflict (series_id, window_end) do update
            set value = excluded.value, components = excluded.components, fact_count = excluded.fact_count,
                revision = excluded.revision, flags = excluded.flags, updated_at = excluded.updated_at,
                generation = excluded.generation, sequence = excluded.sequence
            """;

    /** {@code INSERT .. SELECT unnest}: rows that aren't there yet. */
    public void insert(List<BareRow> rows) throws SQLException {
        byArrays(rows, "insert into " + name + " (" + COLUMNS + ")\n" + SELECT);
    }

    /** The same with {@code ON CONFLICT DO UPDATE}, without a guard: rows that are there are replaced. */
    public void upsert(List<BareRow> rows) throws SQLException {
        byArrays(rows, "insert into " + name + " (" + COLUMNS + ")\n" + SELECT + REPLACE);
    }

    /** {@code COPY}, text format: rows that aren't there yet. */
    public void copy(List<BareRow> rows) throws SQLException, IOException {
        for (int from = 0; from < rows.size(); from += BATCH) {
            StringBuilder text = new StringBuilder();
            rows.subList(from, Math.min(from + BATCH, rows.size())).forEach(row -> line(text, row));
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + name + " (" + COLUMNS + ") from stdin", new StringReader(text.toString()));
        }
    }

    public void empty() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate " + name);
        }
    }

    private void byArrays(List<BareRow> rows, String sql) throws SQLException {
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<BareRow> batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(
                        1, batch.stream().mapToInt(BareRow::seriesId).toArray());
                statement.setObject(
                        2, batch.stream().mapToLong(BareRow::windowEndMicros).toArray());
                array(statement, 3, "numeric", batch, BareRow::value);
                array(statement, 4, "text", batch, BareRow::components);
                statement.setObject(
                        5, batch.stream().mapToLong(BareRow::factCount).toArray());
                statement.setObject(
                        6, batch.stream().mapToInt(BareRow::revision).toArray());
                array(statement, 7, "text", batch, BareRow::flags);
                statement.setObject(
                        8, batch.stream().mapToLong(BareRow::updatedAtMicros).toArray());
                statement.setObject(
                        9, batch.stream().mapToLong(BareRow::generation).toArray());
                statement.setObject(
                        10, batch.stream().mapToLong(BareRow::sequence).toArray());
                statement.executeUpdate();
            }
        }
    }

    private static void array(
            PreparedStatement statement, int index, String type, List<BareRow> rows, Function<BareRow, Object> column)
            throws SQLException {
        statement.setArray(
                index,
                statement
                        .getConnection()
                        .createArrayOf(type, rows.stream().map(column).toArray()));
    }

    private static void line(StringBuilder text, BareRow row) {
        text.append(row.seriesId()).append('\t').append(instant(row.windowEndMicros()));
        text.append('\t').append(row.value() == null ? "\\N" : row.value().toPlainString());
        text.append('\t').append(row.components() == null ? "\\N" : row.components());
        text.append('\t').append(row.factCount()).append('\t').append(row.revision());
        text.append('\t').append(row.flags()).append('\t').append(instant(row.updatedAtMicros()));
        text.append('\t').append(row.generation()).append('\t').append(row.sequence());
        text.append('\n');
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
