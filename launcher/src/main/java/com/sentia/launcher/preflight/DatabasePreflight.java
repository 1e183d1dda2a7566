package com.sentia.launcher.preflight;

import com.sentia.launcher.environment.Environment;
import com.sentia.launcher.environment.OwnDatabase;
import com.sentia.launcher.preflight.Finding.Outcome;
import com.sentia.settings.Secret;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks whether change capture could read Sentia's own database. Changes nothing. */
final class DatabasePreflight {
    private static final String CHECK_SERVER = "server";

    private final OwnDatabase database;
    private final Secret password;
    private final String sslMode;
    private final List<Finding> findings = new ArrayList<>();

    /** @param sslMode as the driver and Debezium call it: prefer, require, verify-full … */
    DatabasePreflight(OwnDatabase database, Secret password, String sslMode) {
        this.database = database;
        this.password = password;
        this.sslMode = sslMode;
    }

    List<Finding> look() {
        try (Connection connection = database.connect(password, sslMode);
                Statement statement = connection.createStatement()) {
            found("sign-in", Outcome.OK, "as " + database.user(), "");
            server(statement);
            rights(statement);
        } catch (SQLException e) {
            // The driver's words name host, role or database, never the password.
            found(
                    "sign-in",
                    Outcome.MISSING,
                    String.valueOf(e.getMessage()),
                    "look at database.* and the secret " + OwnDatabase.PASSWORD);
        }
        return findings;
    }

    private void server(Statement statement) throws SQLException {
        setting(statement, "wal_level", "logical", Outcome.MISSING, "set wal_level=logical and restart the server");
        setting(
                statement,
                "track_commit_timestamp",
                "on",
                Outcome.MISSING,
                "set track_commit_timestamp=on and restart the server");
        String kept = text(statement, "select current_setting('max_slot_wal_keep_size')");
        boolean isBounded = !kept.equals("-1");
        found(
                CHECK_SERVER,
                isBounded ? Outcome.OK : Outcome.WARNING,
                "max_slot_wal_keep_size is " + kept,
                isBounded ? "" : "set it, such as 10GB: a connector that is away would fill the server's disk");
        String free = text(
                statement,
                "select current_setting('max_replication_slots')::int - count(*) from pg_replication_slots"
                        + " where slot_name <> 'sentia_capture'");
        boolean isFree = Integer.parseInt(free) > 0;
        found(
                CHECK_SERVER,
                isFree ? Outcome.OK : Outcome.MISSING,
                free + " replication slots are free",
                isFree ? "" : "raise max_replication_slots, or drop a slot nobody reads");
    }

    private void setting(Statement statement, String name, String wanted, Outcome otherwise, String advice)
            throws SQLException {
        String seen = text(statement, "select current_setting('" + name + "')");
        boolean isWanted = seen.equals(wanted);
        found(
                CHECK_SERVER,
                isWanted ? Outcome.OK : otherwise,
                name + " is " + seen,
                isWanted ? "" : advice + " (docs/runbooks/change-capture.md)");
    }

    private void rights(Statement statement) throws SQLException {
        boolean replicates =
                isTrue(statement, "select rolreplication or rolsuper from pg_roles where rolname = current_user");
        found(
                "rights",
                replicates ? Outcome.OK : Outcome.MISSING,
                replicates ? "may replicate" : "may not replicate",
                replicates ? "" : "alter role " + database.user() + " replication");
        boolean published =
                isTrue(statement, "select exists (select from pg_publication where pubname = 'sentia_capture')");
        boolean marks = isTrue(
                statement,
                "select coalesce(has_function_privilege(to_regprocedure('operations.mark_progress()'), 'execute'), false)");
        found(
                "tables",
                published && marks ? Outcome.OK : Outcome.MISSING,
                published && marks
                        ? "publication and progress are there"
                        : "the publication sentia_capture, or operations.mark_progress(), is not there or not granted",
                published && marks ? "" : "bring the tables up to date: docs/runbooks/change-capture.md");
    }

    private static boolean isTrue(Statement statement, String query) throws SQLException {
        return text(statement, query).equals("t");
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    private void found(String check, Outcome outcome, String seen, String advice) {
        findings.add(new Finding(Environment.OWN_DATABASE, database.name(), check, outcome, seen, advice));
    }
}
