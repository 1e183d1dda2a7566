package com.sentia.timescale;

import com.sentia.settings.Settings;
import com.sentia.settings.SettingsException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the database's tables to this release: {@code Migrate --settings FILE}, as the owner role. Repeatable. Where the
 * extension is, the big tables become hypertables, also when it came later than the tables.
 */
public final class Migrate {
    private static final Logger LOG = LoggerFactory.getLogger(Migrate.class);
    private static final String LOCATION = "classpath:com/sentia/timescale/migrations";

    private Migrate() {}

    public static void main(String[] arguments) {
        try {
            MigrateSettings settings = MigrateSettings.from(Settings.fromArguments(arguments));
            run(settings.address(), settings.writer(), settings.reader());
        } catch (SettingsException | FlywayException | SQLException e) {
            LOG.error("the database can't be migrated: {}", e.getMessage());
            System.exit(1);
        }
    }

    /**
     * @param owner the database, as the role that owns its tables
     * @param writer role that gets the right to write
     * @param reader role that gets the right to read
     */
    public static void run(DatabaseAddress owner, String writer, String reader) throws SQLException {
        Flyway flyway = Flyway.configure(Migrate.class.getClassLoader())
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations(LOCATION)
                .placeholders(Map.of("writer", writer, "reader", reader))
                .connectRetries(10)
                .load();
        int applied = flyway.migrate().migrationsExecuted;
        boolean extended = makeHypertables(owner);
        LOG.info("database migrated applied={} hypertables={}", applied, extended);
    }

    private static boolean makeHypertables(DatabaseAddress owner) throws SQLException {
        try (Connection connection = owner.connect("sentia-migrate");
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("select from pg_extension where extname = 'timescaledb'")) {
                if (!rows.next()) {
                    return false;
                }
            }
            statement.execute(Statements.text("ground/hypertables.sql"));
            return true;
        }
    }
}
