package com.sentia.database;

/** What the database stands on; every ground has the same tables, names and keys. */
public enum Ground {
    /** No extension: plain PostgreSQL tables. */
    NONE("PostgreSQL without TimescaleDB: plain tables"),
    /** TimescaleDB under the Apache licence: hypertables, no compression or policies. */
    APACHE("PostgreSQL with TimescaleDB, Apache edition: hypertables"),
    /** TimescaleDB's community edition: hypertables, compression, policies. */
    COMMUNITY("PostgreSQL with TimescaleDB, community edition: hypertables, compression, policies");

    private final String sentence;

    Ground(String sentence) {
        this.sentence = sentence;
    }

    /** The ground in words, for one line at start. */
    public String sentence() {
        return sentence;
    }

    public boolean hasExtension() {
        return this != NONE;
    }

    /** Whether this ground offers all that the wanted one does. */
    public boolean satisfies(Ground wanted) {
        return compareTo(wanted) >= 0;
    }
}
