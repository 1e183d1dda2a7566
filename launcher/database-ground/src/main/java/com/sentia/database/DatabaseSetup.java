package com.sentia.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the databases {@code sentia} (with the extension where the ground has it) and {@code sentia_operations}, and their
 * roles. Repeatable: run after each start it changes nothing but passwords back to those of the files.
 */
public final class DatabaseSetup {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseSetup.class);

    private DatabaseSetup() {}

    /**
     * @param businessZone the zone of calendar days, kept as the database's setting {@code sentia.business_zone}
     * @throws GroundException when the server refuses
     */
    public static void run(PostgresServer server, ZoneId businessZone) {
        try {
            try (Connection connection = server.connect(Role.POSTGRES, "postgres")) {
                for (Role role : Role.values()) {
                    makeRole(connection, role, server.passwords());
                }
                makeDatabase(connection, businessZone);
                makeOperations(connection);
            }
            try (Connection connection = server.connect(Role.POSTGRES)) {
                prepareDatabase(connection, server.installation().ground());
            }
        } catch (SQLException e) {
            throw new GroundException("setting up the database failed: " + e.getMessage(), e);
        }
    }

    private static void makeRole(Connection connection, Role role, Passwords passwords) throws SQLException {
        if (role == Role.POSTGRES) {
            return;
        }
        boolean exists = exists(connection, "select 1 from pg_roles where rolname = ?", role.user());
        String password = passwords.of(role).reveal().replace("'", "''");
        execute(
                connection,
                (exists ? "alter" : "create") + " role " + role.user() + " login password '" + password + "'");
    }

    private static void makeDatabase(Connection connection, ZoneId businessZone) throws SQLException {
        String database = PostgresServer.DATABASE;
        makeDatabase(connection, database, Role.SENTIA_OWNER, Role.SENTIA_WRITER, Role.SENTIA_READER);
        execute(
                connection,
                "alter database " + database + " set sentia.business_zone = '"
                        + businessZone.getId().replace("'", "''") + "'");
    }

    /** The owner tells how far the log is complete, for which it must see what other sessions are in the middle of. */
    private static void makeOperations(Connection connection) throws SQLException {
        makeDatabase(connection, PostgresServer.OPERATIONS, Role.OPERATIONS_OWNER, Role.OPERATIONS_CAPTURE);
        execute(connection, "grant pg_read_all_stats to " + Role.OPERATIONS_OWNER.user());
        execute(connection, "alter role " + Role.OPERATIONS_CAPTURE.user() + " replication");
    }

    private static void makeDatabase(Connection connection, String database, Role owner, Role... guests)
            throws SQLException {
        if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
            execute(connection, "create database " + database + " owner " + owner.user());
            LOG.info("database made name={}", database);
        }
        execute(connection, "revoke all on database " + database + " from public");
        for (Role guest : guests) {
            execute(connection, "grant connect on database " + database + " to " + guest.user());
        }
    }

    private static void prepareDatabase(Connection connection, Ground ground) throws SQLException {
        execute(connection, "alter schema public owner to " + Role.SENTIA_OWNER.user());
        execute(connection, "revoke create on schema public from public");
        if (ground.hasExtension()) {
            execute(connection, "create extension if not exists timescaledb");
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
