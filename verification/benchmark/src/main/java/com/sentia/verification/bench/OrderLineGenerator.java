package com.sentia.verification.bench;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Makes order lines in the order of their time, evenly over some days; the same seed, number and days make the same lines. */
final class OrderLineGenerator implements Iterator<OrderLine> {
    static final List<String> REGIONS = List.of("UK", "EU", "USA", "CA", "AU");

    private static final int MOST_LINES = 5;

    private final ZipfSkus skus = new ZipfSkus();
    private final SplittableRandom random;
    private final long events;
    private final double microsPerLine;
    private long made;
    private long order;
    private int line;
    private int lines;
    private long timeMicros;
    private String region = "";

    OrderLineGenerator(long seed, long events, int days) {
        this.random = new SplittableRandom(seed);
        this.events = events;
        this.microsPerLine = (double) TimeUnit.DAYS.toMicros(days) / events;
    }

    @Override
    public boolean hasNext() {
        return made < events;
    }

    @Override
    public OrderLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all " + events + " lines were made");
        }
        if (line == lines) {
            beginOrder();
        }
        int sku = skus.next(random);
        long pence = 50L + Math.floorMod(sku * 7_919L, 10_000);
        made++;
        return new OrderLine(
                order, line++, timeMicros, region, ZipfSkus.name(sku), random.nextInt(1, 6), pence * 10_000);
    }

    /** Lines made so far. */
    long made() {
        return made;
    }

    private void beginOrder() {
        order++;
        line = 0;
        lines = random.nextInt(1, MOST_LINES + 1);
        timeMicros = OrderLine.EARLIEST + (long) (made * microsPerLine);
        // Two independent draws, the lesser taken: early regions sell more.
        region = REGIONS.get(Math.min(random.nextInt(REGIONS.size()), random.nextInt(REGIONS.size())));
    }
}
