package com.sentia.timescale;

import com.sentia.database.Role;
import com.sentia.testkit.TestingPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** The shared test database with all migrations applied and every table empty. */
final class TestingTables {
    private static boolean migrated;

    private final TestingPostgres postgres = TestingPostgres.shared();

    private TestingTables() {}

    static synchronized TestingTables empty() throws SQLException {
        TestingTables tables = new TestingTables();
        if (!migrated) {
            tables.postgres.reset();
            Migrate.run(tables.address(Role.SENTIA_OWNER), Role.SENTIA_WRITER.user(), Role.SENTIA_READER.user());
            migrated = true;
        }
        tables.execute(
                "truncate kpi_definition, kpi_active, kpi_series, kpi_value, kpi_value_history, kpi_restatement,"
                        + " kpi_writer, kpi_start, source_progress, dead_letter, fact_entity, fact, fx_rate, fx_rate_history restart identity");
        return tables;
    }

    TestingPostgres postgres() {
        return postgres;
    }

    DatabaseAddress address(Role role) {
        return DatabaseAddress.of(postgres.url(), role.user(), new com.sentia.settings.Secret(postgres.password(role)));
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = postgres.connect(Role.SENTIA_OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Rows as the reader sees them, columns joined by bars. */
    List<String> rows(String query) throws SQLException {
        try (Connection connection = postgres.connect(Role.SENTIA_READER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                StringJoiner row = new StringJoiner("|");
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                found.add(row.toString());
            }
            return found;
        }
    }
}
