package com.sentia.launcher.parts;

/** Who is stopped first: those that use others before those that are used. */
final class StopRank {
    static final int CLIENTS = 1;
    static final int STORES = 2;

    private StopRank() {}
}
