package com.sentia.analytics.fact;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What facts are counted by beside their sums: a member, or a value in a spread; and by what a member's share is summed.
 *
 * <p>The key of a member is itself. The others begin with a character that no member begins with, then have the number of their
 * spread, or the place of their measure.
 */
public final class Tally {
    private static final char VALUE = '\u0001';
    private static final char SHARE = '\u0002';
    private static final char PART = 'p';
    private static final char WHOLE = 'w';
    private static final int VALUE_HEAD = 2;
    private static final int SHARE_HEAD = 3;

    private Tally() {}

    /** The key of a value, or of its bucket, in the spread of this number. */
    public static String ofSpread(int spread, long value) {
        return "" + VALUE + (char) ('0' + spread) + value;
    }

    /**
     * The key of a member's part; by it, and by that of the whole, amounts are summed, not facts.
     *
     * @param measure its place in the set
     */
    public static String ofPart(int measure, String member) {
        return "" + SHARE + (char) ('0' + measure) + PART + member;
    }

    /** The key of a member's whole; in the order of keys those of a measure are beside one another. */
    public static String ofWhole(int measure, String member) {
        return "" + SHARE + (char) ('0' + measure) + WHOLE + member;
    }

    public static boolean isSpread(String key) {
        return !key.isEmpty() && key.charAt(0) == VALUE;
    }

    public static boolean isShare(String key) {
        return !key.isEmpty() && key.charAt(0) == SHARE;
    }

    /** Whether it is a member whose facts are counted. */
    public static boolean isMember(String key) {
        return !isSpread(key) && !isShare(key);
    }

    /** The number of a key's spread. */
    public static int spread(String key) {
        return key.charAt(1) - '0';
    }

    /** A key's value. */
    public static long value(String key) {
        return Long.parseLong(key, VALUE_HEAD, key.length(), 10);
    }

    /** The member of a share's key. */
    public static String member(String key) {
        return key.substring(SHARE_HEAD);
    }

    /** Adds to one of the amounts by key, of which none stays at 0; overflow throws. */
    public static void add(Map<String, Long> amounts, String key, long amount) {
        if (amount != 0) {
            amounts.merge(key, amount, Tally::sum);
        }
    }

    private static @Nullable Long sum(long some, long more) {
        long sum = Math.addExact(some, more);
        return sum == 0 ? null : sum;
    }
}
