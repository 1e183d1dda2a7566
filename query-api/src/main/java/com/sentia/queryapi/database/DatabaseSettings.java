package com.sentia.queryapi.database;

import com.sentia.settings.Secret;
import com.sentia.settings.Settings;
import java.net.URI;
import java.time.Duration;

/** Where the database is, as whom to read it, over how many connections, and how long one statement may take. */
public record DatabaseSettings(
        String host,
        int port,
        String database,
        String user,
        Secret password,
        int connections,
        Duration statementTimeout) {
    private static final int USUAL_PORT = 5432;

    public static DatabaseSettings from(Settings settings) {
        URI url = settings.uri("database.url");
        boolean wellFormed = "postgresql".equals(url.getScheme())
                && url.getHost() != null
                && url.getPath() != null
                && url.getPath().length() > 1;
        if (!wellFormed && !"invalid".equals(url.getScheme())) {
            settings.reject("database.url", "'" + url + "' must be postgresql://host:port/database");
        }
        return new DatabaseSettings(
                wellFormed ? url.getHost() : "",
                url.getPort() < 0 ? USUAL_PORT : url.getPort(),
                wellFormed ? url.getPath().substring(1) : "",
                settings.text("database.user"),
                settings.secret("database.password"),
                settings.integer("database.connections", 1, 64, 4),
                settings.duration("database.statement-timeout", Duration.ofSeconds(5)));
    }
}
