package com.sentia.verification.bench;

import com.sentia.settings.Secret;
import com.sentia.settings.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A way into the benchmark's database.
 *
 * @param url {@code jdbc:postgresql://…}
 */
public record DatabaseAccess(String url, String user, Secret password) {

    /** Reads {@code database.url} and {@code database.ROLE.user} and {@code .password-file}. */
    public static DatabaseAccess from(Settings settings, String role) {
        String url = settings.text("database.url");
        return new DatabaseAccess(
                url.startsWith("jdbc:") ? url : "jdbc:" + url,
                settings.text("database." + role + ".user"),
                settings.secret("database." + role + ".password"));
    }

    /** A new connection, autocommit on. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password.reveal());
    }
}
