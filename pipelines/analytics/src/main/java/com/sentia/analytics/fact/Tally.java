package com.sentia.analytics.fact;

/**
 * What facts are counted by beside their sums: a member, or a value in a spread.
 *
 * <p>A value's key begins with a character that no member begins with, then its spread's.
 */
public final class Tally {
    private static final char MARK = '\u0001';
    private static final int HEAD = 2;

    private Tally() {}

    /** The key of a value, or of its bucket, in the spread of this number. */
    public static String ofSpread(int spread, long value) {
        return "" + MARK + (char) ('0' + spread) + value;
    }

    public static boolean isSpread(String key) {
        return !key.isEmpty() && key.charAt(0) == MARK;
    }

    /** The number of a key's spread. */
    public static int spread(String key) {
        return key.charAt(1) - '0';
    }

    /** A key's value. */
    public static long value(String key) {
        return Long.parseLong(key, HEAD, key.length(), 10);
    }
}
