package com.sentia.launcher.status;

import com.sentia.database.PostgresServer;
import com.sentia.database.Role;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the database says of the stream, over one connection that is made anew when it broke. */
public final class DatabaseLook implements AutoCloseable {
    private static final int STATEMENT_SECONDS = 5;
    private static final String HEADLINES = """
            select s.kpi, v.value
            from kpi_series s
            join kpi_active a using (kpi, kpi_version)
            cross join lateral (
                select value from kpi_value v where v.series_id = s.series_id order by window_end desc limit 1) v
            where s.dimensions = '{}' and s.time_window = '24h/5m'
            """;
    private static final String PROGRESS = """
            select (select min(final_to) from kpi_active_job),
                   (select min(complete_to) from source_progress),
                   (select max(updated_at) from kpi_writer)
            """;

    private final PostgresServer server;
    private @Nullable Connection connection;

    public DatabaseLook(PostgresServer server) {
        this.server = server;
    }

    /**
     * How far the results are.
     *
     * @param finalTo windows that end at or before it are final
     * @param completeTo every change in the source before it has been counted
     * @param writtenAt when a writer last wrote, by the database's clock
     */
    public record Progress(Optional<Instant> finalTo, Optional<Instant> completeTo, Optional<Instant> writtenAt) {
        public static final Progress NONE = new Progress(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Progress progress() throws SQLException {
        try (Statement statement = statement();
                ResultSet row = statement.executeQuery(PROGRESS)) {
            row.next();
            return new Progress(instant(row, 1), instant(row, 2), instant(row, 3));
        }
    }

    /** The newest value of each KPI, in total, over a day. */
    public Map<String, BigDecimal> headlines() throws SQLException {
        Map<String, BigDecimal> headlines = new TreeMap<>();
        try (Statement statement = statement();
                ResultSet rows = statement.executeQuery(HEADLINES)) {
            while (rows.next()) {
                BigDecimal value = rows.getBigDecimal(2);
                if (value != null) {
                    headlines.put(rows.getString(1), value);
                }
            }
        }
        return headlines;
    }

    /** Whether a first value has been written. */
    public boolean hasValues() throws SQLException {
        return number("select count(*) from (select 1 from kpi_value limit 1) one") > 0;
    }

    /** The one number a query gives. */
    public long number(String query) throws SQLException {
        try (Statement statement = statement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Statement statement() throws SQLException {
        Connection open = connection;
        if (open == null || !open.isValid(1)) {
            close();
            open = server.connect(Role.SENTIA_READER);
            connection = open;
        }
        Statement statement = open.createStatement();
        statement.setQueryTimeout(STATEMENT_SECONDS);
        return statement;
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException expected) {
                // The server may be gone, and the connection with it.
            }
        }
    }
}
