package com.sentia.database;

/** What of the acknowledged writes outlasts what. */
public enum Durability {
    /** A commit that was acknowledged survives the server's death and the machine's. */
    MACHINE,
    /** A commit that was acknowledged survives a kill of the server, not of the machine: for tests, whose folder is thrown away. */
    SERVER
}
