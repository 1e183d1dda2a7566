package com.sentia.launcher.deployments;

import com.sentia.database.PostgresServer;
import com.sentia.database.Role;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the database knows of versions of KPIs: which are shown, how far each deployment is, and the switch between them. */
public final class VersionTables {
    private static final String SHOWN = """
            select a.kpi, a.kpi_version, d.job, a.activated_at
            from kpi_active a
            join kpi_definition d using (kpi, kpi_version)
            order by a.kpi
            """;
    private static final String HIGHEST = "select kpi, max(kpi_version) from kpi_definition group by kpi";
    private static final String PROGRESS = """
            select (select final_to from kpi_final where job = ?),
                   (select max(final_to) from kpi_active_job where job <> ?)
            """;
    private static final String SWITCH = "select kpi from kpi_switch(?) order by kpi";
    private static final String FENCE = "delete from kpi_writer where job = ?";
    private static final String FORGET = """
            delete from kpi_value
            where series_id in (
                select series_id
                from kpi_series
                join kpi_definition d using (kpi, kpi_version)
                where d.job = ?)
            """;

    private final PostgresServer server;

    public VersionTables(PostgresServer server) {
        this.server = server;
    }

    /**
     * How far a deployment has come.
     *
     * @param own its windows are final to here
     * @param shown those of the furthest other deployment that readers are shown
     */
    public record Progress(Optional<Instant> own, Optional<Instant> shown) {
        public boolean isAbreast() {
            return shown.map(to -> own.map(from -> !from.isBefore(to)).orElse(false))
                    .orElse(true);
        }
    }

    public List<ShownVersion> shown() throws SQLException {
        List<ShownVersion> shown = new ArrayList<>();
        try (Connection connection = server.connect(Role.SENTIA_READER);
                PreparedStatement statement = connection.prepareStatement(SHOWN);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                shown.add(new ShownVersion(
                        rows.getString(1),
                        rows.getInt(2),
                        rows.getString(3),
                        rows.getObject(4, OffsetDateTime.class).toInstant()));
            }
        }
        return shown;
    }

    /** The highest version each KPI ever had, whether it was shown or not. */
    public Map<String, Integer> highest() throws SQLException {
        Map<String, Integer> highest = new TreeMap<>();
        try (Connection connection = server.connect(Role.SENTIA_READER);
                PreparedStatement statement = connection.prepareStatement(HIGHEST);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                highest.put(rows.getString(1), rows.getInt(2));
            }
        }
        return highest;
    }

    public Progress progress(String job) throws SQLException {
        try (Connection connection = server.connect(Role.SENTIA_READER);
                PreparedStatement statement = connection.prepareStatement(PROGRESS)) {
            statement.setString(1, job);
            statement.setString(2, job);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Progress(instant(row, 1), instant(row, 2));
            }
        }
    }

    /** Shows all that a deployment publishes, in one statement, if it is as far as what is shown; the KPIs it switched. */
    public List<String> switchTo(String job) throws SQLException {
        List<String> switched = new ArrayList<>();
        try (Connection connection = server.connect(Role.SENTIA_WRITER);
                PreparedStatement statement = connection.prepareStatement(SWITCH)) {
            statement.setString(1, job);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    switched.add(rows.getString(1));
                }
            }
        }
        return switched;
    }

    /**
     * Deletes the values of a deployment that never was shown, whose job has ended; its writers are fenced off first. The
     * numbers of its versions stay taken.
     */
    public void forget(String job) throws SQLException {
        try (Connection connection = server.connect(Role.SENTIA_WRITER)) {
            // Committed before anything is deleted: nobody writes again afterwards.
            update(connection, FENCE, job);
            update(connection, FORGET, job);
        }
    }

    private static void update(Connection connection, String statement, String job) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setString(1, job);
            prepared.executeUpdate();
        }
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
