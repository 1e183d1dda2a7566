package com.sentia.database;

import java.util.Locale;

/** Who signs in to the database, each with a generated password in a file of its own. */
public enum Role {
    /** Administers the server; used for setting up and for nothing else. */
    POSTGRES,
    /** Owns the database and its tables; runs the migrations. */
    SENTIA_OWNER,
    /** Writes rows: the sinks of the jobs. */
    SENTIA_WRITER,
    /** Reads: the query API, the check, people. */
    SENTIA_READER,
    /** Owns the database of Sentia's own production and writes it. */
    OPERATIONS_OWNER,
    /** Captures changes of that database: replicates, reads what is captured, and nothing else. */
    OPERATIONS_CAPTURE;

    /** The database it works in. */
    public String database() {
        return switch (this) {
            case POSTGRES, SENTIA_OWNER, SENTIA_WRITER, SENTIA_READER -> PostgresServer.DATABASE;
            case OPERATIONS_OWNER, OPERATIONS_CAPTURE -> PostgresServer.OPERATIONS;
        };
    }

    /** The name it signs in by. */
    public String user() {
        return name().toLowerCase(Locale.ROOT);
    }
}
