package com.sentia.launcher.environment;

import com.sentia.settings.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The PostgreSQL with Sentia's own production, where change capture reads it.
 *
 * @param user the role that replicates and reads
 */
public record OwnDatabase(String host, int port, String name, String user) {
    /** What its records call it; part of their keys. */
    public static final String UNIT = "operations";

    /** The file, or the end of the variable, with the role's password. */
    public static final String PASSWORD = "operations-capture-password";

    /** The connector's setting that says how it is encrypted. */
    public static final String SSL_MODE = "database.sslmode";

    /** Where that setting lacks. */
    public static final String DEFAULT_SSL_MODE = "prefer";

    /**
     * Signs in; the caller closes it.
     *
     * @param sslMode as the driver and Debezium call it: prefer, require, verify-full …
     */
    public Connection connect(Secret password, String sslMode) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password.reveal());
        properties.setProperty("sslmode", sslMode);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        return DriverManager.getConnection("jdbc:postgresql://" + host + ":" + port + "/" + name, properties);
    }
}
