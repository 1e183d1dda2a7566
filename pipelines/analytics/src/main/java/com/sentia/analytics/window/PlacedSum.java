package com.sentia.analytics.window;

import com.sentia.analytics.kpi.Linear;
import com.sentia.analytics.kpi.Measure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sum of measures, by their places in a row of totals. */
@SuppressWarnings("ArrayRecordComponent") // longs on the hot path; never compared
record PlacedSum(int[] plus, int[] minus, int scale) implements Value {
    static PlacedSum of(Linear linear, List<Measure> layout) {
        return new PlacedSum(places(linear.plus(), layout), places(linear.minus(), layout), linear.scale());
    }

    private static int[] places(List<Measure> measures, List<Measure> layout) {
        return measures.stream().mapToInt(layout::indexOf).toArray();
    }

    /** Whether it is a value picked among none. */
    private boolean isNone(long[] totals) {
        return plus.length == 1 && totals[2 * plus[0]] == RowForm.NONE;
    }

    /** As an integer with {@link #scale} decimal places. */
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
        return new Fraction(BigInteger.valueOf(in(totals)), BigInteger.TEN.pow(scale));
    }

    @Override
    public @Nullable BigDecimal rounded(long[] totals) {
        if (isNone(totals)) {
            return null;
        }
        return BigDecimal.valueOf(in(totals), scale).setScale(SCALE);
    }
}
