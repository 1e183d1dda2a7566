package com.sentia.simulators.shopify;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a connection is asked for.
 *
 * @param size most elements to give
 * @param fromEnd whether the last elements are asked for instead of the first
 * @param endless whether it may lie behind the number of elements that queries can page through
 */
record PageRequest(
        int size,
        boolean fromEnd,
        boolean reverse,
        @Nullable Cursor after,
        @Nullable Cursor before,
        boolean endless) {
    static final int LARGEST = 250;

    /** An argument no query can give: bulk operations read on where queries are refused. */
    static final String ENDLESS = "(endless)";

    /** A page of a query. */
    PageRequest(int size, boolean fromEnd, boolean reverse, @Nullable Cursor after, @Nullable Cursor before) {
        this(size, fromEnd, reverse, after, before, false);
    }

    /** @throws QueryRefused when neither or both of first and last are given, or out of range */
    static PageRequest of(Map<String, Object> arguments) {
        Object first = arguments.get("first");
        Object last = arguments.get("last");
        if (first == null && last == null) {
            throw new QueryRefused("you must provide one of first or last", "BAD_REQUEST");
        }
        if (first != null && last != null) {
            throw new QueryRefused("providing both first and last is not supported", "BAD_REQUEST");
        }
        return new PageRequest(
                size(first != null ? "first" : "last", first != null ? first : last),
                first == null,
                Boolean.TRUE.equals(arguments.get("reverse")),
                cursor(arguments.get("after")),
                cursor(arguments.get("before")),
                arguments.containsKey(ENDLESS));
    }

    /** The size a list's {@code first} asks for. */
    static int size(String name, @Nullable Object argument) {
        int size = argument instanceof Number number ? number.intValue() : -1;
        if (size < 0) {
            throw new QueryRefused(name + " must be a non-negative number", "BAD_USER_INPUT");
        }
        if (size > LARGEST) {
            throw new QueryRefused(name + " cannot exceed " + LARGEST, "BAD_USER_INPUT");
        }
        return size;
    }

    /** Whether elements are walked from the greatest to the least. */
    boolean descending() {
        return fromEnd != reverse;
    }

    /** The cursor the walk starts behind. */
    @Nullable
    Cursor start() {
        return fromEnd ? before : after;
    }

    /** The cursor the walk ends before. */
    @Nullable
    Cursor stop() {
        return fromEnd ? after : before;
    }

    private static @Nullable Cursor cursor(@Nullable Object text) {
        return text == null ? null : Cursor.parse(text.toString());
    }
}
