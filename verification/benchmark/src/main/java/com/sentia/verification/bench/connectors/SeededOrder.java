package com.sentia.verification.bench.connectors;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An order that is the same each time it is made: the simulated shop's file is written from it, and what comes out at the other end is
 * compared with it.
 *
 * @param id the shop's own
 */
record SeededOrder(long id, List<Line> lines) {
    static final int LINES = 3;

    private static final long FIRST_ID = 1_000_000;
    private static final int SKUS = 2_000;
    private static final int MOST_UNITS = 12;
    private static final int MOST_PENCE = 5_000;
    private static final int MICROS_OF_A_PENNY = 10_000;

    /** Goods on it. */
    record Line(String sku, long quantity, long priceMicros) {}

    SeededOrder {
        lines = List.copyOf(lines);
    }

    /** The order of that number, counted from 0. */
    static SeededOrder of(int number, int lines) {
        SplittableRandom random = new SplittableRandom(number);
        List<Line> made = new ArrayList<>();
        for (int line = 0; line < lines; line++) {
            made.add(new Line(
                    "SKU" + (10_000 + random.nextInt(SKUS)),
                    1 + random.nextInt(MOST_UNITS),
                    (1L + random.nextInt(MOST_PENCE)) * MICROS_OF_A_PENNY));
        }
        return new SeededOrder(FIRST_ID + number, made);
    }

    /** The number of the order of that id. */
    static int numberOf(long id) {
        return Math.toIntExact(id - FIRST_ID);
    }
}
