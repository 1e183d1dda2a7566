package com.sentia.simulators.shopify;

import java.util.Arrays;

/**
 * One request's view of a shop: the shop as it stood at one second, and what the request has been given of it.
 * For one thread.
 */
final class Moment {
    private final Shop shop;
    private final ShopTimeline timeline;
    private final Catalog catalog;
    private final ShopApp app;
    private final ShopStock stock;
    private final Customers customers;
    private final long second;
    private int[] lines = new int[512];
    private int lineCount;
    private boolean readToEnd;

    Moment(
            Shop shop,
            ShopTimeline timeline,
            Catalog catalog,
            ShopStock stock,
            Customers customers,
            ShopApp app,
            long second) {
        this.shop = shop;
        this.timeline = timeline;
        this.catalog = catalog;
        this.stock = stock;
        this.customers = customers;
        this.app = app;
        this.second = second;
    }

    Shop shop() {
        return shop;
    }

    ShopTimeline timeline() {
        return timeline;
    }

    Catalog catalog() {
        return catalog;
    }

    ShopStock stock() {
        return stock;
    }

    Customers customers() {
        return customers;
    }

    /** What the app that asks has in the shop. */
    ShopApp app() {
        return app;
    }

    /** The same view, of which nothing was given yet. */
    Moment again() {
        return new Moment(shop, timeline, catalog, stock, customers, app, second);
    }

    /** The epoch second whose state is shown. */
    long second() {
        return second;
    }

    /** Notes that what a line of the file became is in the answer. */
    void serve(int line) {
        if (lineCount == lines.length) {
            lines = Arrays.copyOf(lines, lineCount * 2);
        }
        lines[lineCount++] = line;
    }

    /** Notes that the answer holds the end of the feed of updates. */
    void serveEnd() {
        readToEnd = true;
    }

    boolean isReadToEnd() {
        return readToEnd;
    }

    int[] servedLines() {
        return Arrays.copyOf(lines, lineCount);
    }
}
