package com.sentia.launcher.commands;

/**
 * How much a benchmark does when it isn't told.
 *
 * @param events enough for the engine to run for some twenty seconds at its best: less measures the compiler's warming-up
 * @param days how long the shop has been selling: windows of a day are filled and left many times
 */
record BenchSize(int events, int days, int rounds) {
    static final int EVENTS = 2_000_000;
    static final int DAYS = 60;
    static final int ROUNDS = 3;
    static final int QUICK_EVENTS = 5_000;
    static final int QUICK_DAYS = 3;
    static final int QUICK_ROUNDS = 1;

    static BenchSize of(boolean isQuick) {
        return isQuick ? new BenchSize(QUICK_EVENTS, QUICK_DAYS, QUICK_ROUNDS) : new BenchSize(EVENTS, DAYS, ROUNDS);
    }
}
