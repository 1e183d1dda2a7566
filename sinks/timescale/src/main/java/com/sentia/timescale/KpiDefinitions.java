package com.sentia.timescale;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** Writes the KPI catalogue into the database, so that views and readers know what a job computes. */
public final class KpiDefinitions {
    private KpiDefinitions() {}

    /**
     * Writes the definitions; a KPI that has no active version gets the one given. Repeatable.
     *
     * @param connection as the writer role
     */
    public static void register(Connection connection, Collection<KpiDefinition> definitions) throws SQLException {
        for (KpiDefinition definition : definitions) {
            try (PreparedStatement statement =
                    connection.prepareStatement(Statements.text("sql/register-definition.sql"))) {
                statement.setString(1, definition.kpi());
                statement.setInt(2, definition.version());
                statement.setString(3, definition.title());
                statement.setString(4, definition.unit());
                statement.setString(5, definition.formula());
                statement.setArray(
                        6,
                        connection.createArrayOf(
                                "text", definition.componentNames().toArray()));
                statement.executeUpdate();
            }
            setVersion(connection, "sql/activate-first.sql", definition.kpi(), definition.version());
        }
    }

    /** Makes that version the one the KPI's views show, from this transaction on. */
    public static void activate(Connection connection, String kpi, int version) throws SQLException {
        setVersion(connection, "sql/activate.sql", kpi, version);
    }

    private static void setVersion(Connection connection, String resource, String kpi, int version)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Statements.text(resource))) {
            statement.setString(1, kpi);
            statement.setInt(2, version);
            statement.executeUpdate();
        }
    }
}
