package com.sentia.launcher.environment;

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
}
