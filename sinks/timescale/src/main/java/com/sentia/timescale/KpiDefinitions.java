package com.sentia.timescale;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** Writes the KPI catalogue into the database, so that views and readers know what a job computes. */
public final class KpiDefinitions {
    private KpiDefinitions() {}

    /**
     * Writes the definitions a deployment publishes; none becomes active by that. Repeatable.
     *
     * @param connection as the writer role
     * @param job the deployment
     * @throws SQLException also when another deployment publishes one of the versions
     */
    public static void register(Connection connection, String job, Collection<KpiDefinition> definitions)
            throws SQLException {
        for (KpiDefinition definition : definitions) {
            if (write(connection, job, definition) == 0) {
                throw new SQLException("version " + definition.version() + " of " + definition.kpi()
                        + " is published by another deployment than " + job);
            }
        }
    }

    /** Makes these the active versions of KPIs that have none yet; the others stay as they are. */
    public static void activateFirst(Connection connection, Collection<KpiDefinition> definitions) throws SQLException {
        for (KpiDefinition definition : definitions) {
            try (PreparedStatement statement = connection.prepareStatement(Statements.text("sql/activate-first.sql"))) {
                statement.setString(1, definition.kpi());
                statement.setInt(2, definition.version());
                statement.executeUpdate();
            }
        }
    }

    private static int write(Connection connection, String job, KpiDefinition definition) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(Statements.text("sql/register-definition.sql"))) {
            statement.setString(1, definition.kpi());
            statement.setInt(2, definition.version());
            statement.setString(3, definition.title());
            statement.setString(4, definition.unit());
            statement.setString(5, definition.formula());
            statement.setArray(
                    6,
                    connection.createArrayOf("text", definition.componentNames().toArray()));
            statement.setString(7, job);
            statement.setString(
                    8,
                    Json.array(
                            definition.measures().stream().map(KpiMeasure::json).toList()));
            return statement.executeUpdate();
        }
    }
}
