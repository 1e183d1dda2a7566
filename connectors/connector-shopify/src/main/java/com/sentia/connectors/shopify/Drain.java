package com.sentia.connectors.shopify;

import org.jspecify.annotations.Nullable;

/**
 * One more page of one part of one record.
 *
 * @param part what is asked for
 * @param owner global id of the record, or of what is inside it, that it belongs to
 * @param size how many are asked for
 * @param after position after the page before; null for the first
 */
record Drain(Part part, String owner, int size, @Nullable String after) {
    private static final int GROWTH = 3;

    static Drain first(Part part, String owner) {
        return new Drain(part, owner, part.firstSize(), null);
    }

    static Drain from(Part part, String owner, String after) {
        return new Drain(part, owner, part.firstSize(), after);
    }

    /** The page behind this one, larger: who has many may have very many. */
    Drain next(String position) {
        return new Drain(part, owner, Math.min(part.largestSize(), size * GROWTH), position);
    }

    /** The same list once more, as long as Shopify gives. */
    Drain whole() {
        return new Drain(part, owner, Part.MOST, null);
    }

    int cost() {
        return part.cost(size);
    }
}
