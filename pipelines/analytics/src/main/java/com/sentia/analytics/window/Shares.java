package com.sentia.analytics.window;

import com.sentia.analytics.fact.Tally;
import java.math.BigInteger;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Part and whole of each member, for measures that multiply the one per the other over members. Exact; overflow throws. */
public final class Shares {
    private final NavigableMap<String, Long> amounts;

    public Shares() {
        this(new TreeMap<>());
    }

    private Shares(NavigableMap<String, Long> amounts) {
        this.amounts = amounts;
    }

    Shares copy() {
        return new Shares(new TreeMap<>(amounts));
    }

    /**
     * Adds to a member's part or whole; less than nothing takes off.
     *
     * @param key of {@link Tally}
     */
    public void add(String key, long amount) {
        Tally.add(amounts, key, amount);
    }

    /** By their keys, none at 0. */
    public Map<String, Long> amounts() {
        return amounts;
    }

    /**
     * Part per whole of every member whose whole is above 0, multiplied; {@link RowForm#NONE} where there is none such, and of a
     * product that is more than a row can hold.
     *
     * @param measure its place in the set
     * @param scale decimal places of the answer, rounded half-even once
     */
    long product(int measure, int scale) {
        String first = Tally.ofWhole(measure, "");
        @Nullable Fraction product = null;
        for (Map.Entry<String, Long> whole : amounts.tailMap(first, true).entrySet()) {
            if (!whole.getKey().startsWith(first)) {
                break;
            }
            if (whole.getValue() > 0) {
                long part = amounts.getOrDefault(Tally.ofPart(measure, Tally.member(whole.getKey())), 0L);
                Fraction share = new Fraction(BigInteger.valueOf(part), BigInteger.valueOf(whole.getValue()));
                product = product == null ? share : product.times(share);
            }
        }
        if (product == null) {
            return RowForm.NONE;
        }
        BigInteger rounded = product.rounded(scale).unscaledValue();
        return rounded.bitLength() < Long.SIZE ? rounded.longValue() : RowForm.NONE;
    }
}
