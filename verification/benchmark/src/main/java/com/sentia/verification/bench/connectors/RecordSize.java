package com.sentia.verification.bench.connectors;

import java.util.Locale;

/** How large raw records are, and what is wanted of the normalizer then. */
enum RecordSize {
    /** Up to a kilobyte; the goal is records a second. */
    SMALL(2, 1, 40_000),
    /** Several kilobytes; the goal is megabytes a second. */
    LARGE(40, 8, 40);

    private final int lines;
    private final int fewer;
    private final double least;

    RecordSize(int lines, int fewer, double least) {
        this.lines = lines;
        this.fewer = fewer;
        this.least = least;
    }

    /** Lines of an order of that size. */
    int lines() {
        return lines;
    }

    /** How many times fewer of them a round has. */
    int fewer() {
        return fewer;
    }

    /** The goal. */
    double least() {
        return least;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
