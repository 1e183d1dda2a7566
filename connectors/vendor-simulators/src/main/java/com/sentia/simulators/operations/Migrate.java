package com.sentia.simulators.operations;

import com.sentia.settings.Secret;
import com.sentia.settings.Settings;
import com.sentia.settings.SettingsException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the tables of Sentia's own database to this release: {@code Migrate --settings FILE}, as their owner. Repeatable. */
public final class Migrate {
    private static final Logger LOG = LoggerFactory.getLogger(Migrate.class);
    private static final String LOCATION = "classpath:com/sentia/simulators/operations";

    private Migrate() {}

    public static void main(String[] arguments) {
        try {
            MigrateSettings settings = MigrateSettings.from(Settings.fromArguments(arguments));
            run(settings.url(), settings.user(), settings.password(), settings.capture());
        } catch (SettingsException | FlywayException e) {
            LOG.error("event=no-migration problem=\"{}\"", e.getMessage());
            System.exit(1);
        }
    }

    /**
     * @param url of the database, {@code jdbc:postgresql://…}
     * @param owner role that owns the database, and its password
     * @param capture role that gets the right to capture changes
     */
    public static void run(String url, String owner, Secret password, String capture) {
        Flyway flyway = Flyway.configure(Migrate.class.getClassLoader())
                .dataSource(url, owner, password.reveal())
                .locations(LOCATION)
                .placeholders(Map.of("capture", capture))
                .connectRetries(10)
                .load();
        LOG.info("event=migrated database=operations applied={}", flyway.migrate().migrationsExecuted);
    }
}
