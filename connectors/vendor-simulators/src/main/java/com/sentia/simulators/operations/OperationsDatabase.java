package com.sentia.simulators.operations;

import com.sentia.simulators.factory.RowChange;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** One session in which a simulated company writes what happened, and how far its time has come, in one transaction. */
final class OperationsDatabase implements AutoCloseable {
    private static final String CLOCK = "select shows from operations.simulated_clock";
    private static final String MOVE_CLOCK = "insert into operations.simulated_clock (shows) values (?)"
            + " on conflict (only_row) do update set shows = excluded.shows";

    private final Connection connection;
    /** By their text: one for each table and kind of change. */
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>();

    private OperationsDatabase(Connection connection) {
        this.connection = connection;
    }

    static OperationsDatabase open(OperationsSettings settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password().reveal());
        properties.setProperty("ApplicationName", "simulated-factory");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        Connection connection = DriverManager.getConnection(settings.url(), properties);
        connection.setAutoCommit(false);
        return new OperationsDatabase(connection);
    }

    /** The time up to which all has been written; nothing before the first time. */
    Optional<Instant> clock() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(CLOCK)) {
            Optional<Instant> shows = row.next()
                    ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                    : Optional.empty();
            connection.rollback();
            return shows;
        }
    }

    /** Writes changes in their order and moves the clock, or nothing of it. */
    void write(List<RowChange> changes, Instant clock) throws SQLException {
        PreparedStatement gathered = null;
        for (RowChange change : changes) {
            PreparedStatement statement = prepared(text(change));
            if (gathered != null && gathered != statement) {
                gathered.executeBatch();
            }
            int place = 1;
            for (Object value : change.columns().values()) {
                statement.setObject(place++, bindable(value));
            }
            statement.addBatch();
            gathered = statement;
        }
        if (gathered != null) {
            gathered.executeBatch();
        }
        PreparedStatement move = prepared(MOVE_CLOCK);
        move.setObject(1, bindable(clock));
        move.executeUpdate();
        connection.commit();
    }

    private PreparedStatement prepared(String text) throws SQLException {
        PreparedStatement known = statements.get(text);
        if (known == null) {
            known = connection.prepareStatement(text);
            statements.put(text, known);
        }
        return known;
    }

    /** Names stand in it as they are: they are the simulator's own. */
    private static String text(RowChange change) {
        String table = "operations." + change.table();
        if (change.isDeletion()) {
            return "delete from " + table + " where "
                    + change.columns().keySet().stream()
                            .map(column -> column + " = ?")
                            .collect(Collectors.joining(" and "));
        }
        List<String> columns = List.copyOf(change.columns().keySet());
        return "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ") on conflict ("
                + String.join(", ", change.key()) + ") do update set "
                + columns.stream()
                        .filter(column -> !change.key().contains(column))
                        .map(column -> column + " = excluded." + column)
                        .collect(Collectors.joining(", "));
    }

    private static @Nullable Object bindable(@Nullable Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof RowChange.Json json) {
            PGobject object = new PGobject();
            object.setType("jsonb");
            object.setValue(json.text());
            return object;
        }
        return value;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
