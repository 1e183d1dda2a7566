package com.sentia.analytics.window;

import com.sentia.analytics.kpi.Linear;
import com.sentia.analytics.kpi.Measure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sum of measures, by their places in a row of totals.
 *
 * @param plusExtras of those of money their further places; empty when it is not of money
 */
@SuppressWarnings("ArrayRecordComponent") // longs on the hot path; never compared
record PlacedSum(int[] plus, int[] minus, int[] plusExtras, int[] minusExtras, int scale) implements Value {
    private static final long NANOS = 1_000_000_000L;
    private static final int NANO_PLACES = 9;

    static PlacedSum of(Linear linear, Layout layout) {
        int[] plus = places(linear.plus(), layout);
        int[] minus = places(linear.minus(), layout);
        return new PlacedSum(plus, minus, extras(plus, layout), extras(minus, layout), linear.scale());
    }

    private static int[] places(List<Measure> measures, Layout layout) {
        return measures.stream().mapToInt(layout::place).toArray();
    }

    private static int[] extras(int[] places, Layout layout) {
        return Arrays.stream(places)
                .map(layout::extra)
                .filter(extra -> extra >= 0)
                .toArray();
    }

    /** Whether it is a value picked among none. */
    private boolean isNone(long[] totals) {
        return plus.length == 1 && totals[2 * plus[0]] == RowForm.NONE;
    }

    /** What amounts converted from other currencies leave beside {@link #in}, in billionths of its last decimal place. */
    private long remainder(long[] totals) {
        long remainder = 0;
        for (int extra : plusExtras) {
            remainder += totals[extra + Layout.REMAINDER];
        }
        for (int extra : minusExtras) {
            remainder -= totals[extra + Layout.REMAINDER];
        }
        return remainder;
    }

    /** As an integer with {@link #scale} decimal places, but for what is left of converted amounts. */
    long in(long[] totals) {
        long sum = 0;
        for (int measure : plus) {
            sum = Math.addExact(sum, totals[2 * measure]);
        }
        for (int measure : minus) {
            sum = Math.subtractExact(sum, totals[2 * measure]);
        }
        return sum;
    }

    @Override
    public @Nullable Fraction exact(long[] totals) {
        if (isNone(totals)) {
            return null;
        }
        BigInteger sum = BigInteger.valueOf(in(totals));
        long remainder = remainder(totals);
        return remainder == 0
                ? new Fraction(sum, BigInteger.TEN.pow(scale))
                : new Fraction(
                        sum.multiply(BigInteger.valueOf(NANOS)).add(BigInteger.valueOf(remainder)),
                        BigInteger.TEN.pow(scale + NANO_PLACES));
    }

    @Override
    public @Nullable BigDecimal rounded(long[] totals) {
        if (isNone(totals)) {
            return null;
        }
        BigDecimal sum = BigDecimal.valueOf(in(totals), scale);
        long remainder = remainder(totals);
        return remainder == 0
                ? sum.setScale(SCALE)
                : sum.add(BigDecimal.valueOf(remainder, scale + NANO_PLACES)).setScale(SCALE, RoundingMode.HALF_EVEN);
    }
}
