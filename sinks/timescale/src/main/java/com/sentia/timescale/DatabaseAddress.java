package com.sentia.timescale;

import com.sentia.settings.Secret;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where a database is and as whom to sign in; travels inside a job's graph. Its text form hides the password.
 *
 * @param url {@code jdbc:postgresql://…}, or the same without {@code jdbc:}
 */
public record DatabaseAddress(String url, String user, String password) implements Serializable {
    private static final String CONNECT_SECONDS = "10";
    private static final String SILENT_SECONDS = "120";
    /** A frozen process must not hold a writer's row for long, nor may its successor wait for it without end. */
    private static final String SESSION = "-c lock_timeout=20s -c idle_in_transaction_session_timeout=30s";

    public DatabaseAddress {
        url = url.startsWith("jdbc:") ? url : "jdbc:" + url;
    }

    public static DatabaseAddress of(String url, String user, Secret password) {
        return new DatabaseAddress(url, user, password.reveal());
    }

    /** A new connection, autocommit on; the caller closes it. A server silent for two minutes counts as lost. */
    public Connection connect(String applicationName) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", applicationName);
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("socketTimeout", SILENT_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("options", SESSION);
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public String toString() {
        return user + "@" + url;
    }
}
