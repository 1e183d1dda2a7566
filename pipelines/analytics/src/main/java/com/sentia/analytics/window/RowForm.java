package com.sentia.analytics.window;

import com.sentia.analytics.fact.Buckets;
import com.sentia.analytics.kpi.Aggregate;
import com.sentia.analytics.kpi.Aggregate.Average;
import com.sentia.analytics.kpi.Aggregate.Extreme;
import com.sentia.analytics.kpi.Aggregate.Level;
import com.sentia.analytics.kpi.Aggregate.Moment;
import com.sentia.analytics.kpi.Aggregate.Quantile;
import com.sentia.analytics.kpi.Aggregate.Rolled;
import com.sentia.analytics.kpi.Aggregate.Sum;
import com.sentia.analytics.kpi.Measure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Makes of a window's totals the row that KPIs are evaluated from: what {@link Layout} has, then the length of the window in
 * microseconds. Where a set has neither averages nor values picked from spreads nor products, nor formulas with the
 * window's length, totals are the row.
 */
final class RowForm {
    /** In a row: there is no value to pick, and none to multiply. */
    static final long NONE = Long.MIN_VALUE;

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int MOMENT_BITS = 32;
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000L);
    private static final int NANO_PLACES = 9;

    private final boolean isPlain;
    private final List<Mean> means = new ArrayList<>();
    private final List<Pick> picks = new ArrayList<>();
    private final List<Product> products = new ArrayList<>();

    /** Places of an average and of what it is made from, and the decimal places that it has more than the figure. */
    private record Mean(int place, int level, int moved, int high, int low, int moreScale) {}

    /** Where a converted sum has its remainder; none where it is not of money. */
    private final Layout layout;

    /** A value picked from a spread. */
    private record Pick(int place, int spread, Aggregate aggregate) {
        long from(Spread spread) {
            if (spread.isEmpty()) {
                return NONE;
            }
            if (aggregate instanceof Quantile quantile) {
                return Buckets.number(spread.quantile(quantile.permille()));
            }
            return ((Extreme) aggregate).isGreatest() ? spread.greatest() : spread.least();
        }
    }

    /** A measure that multiplies. */
    private record Product(int place, int scale) {}

    RowForm(Layout layout, boolean hasDays) {
        this.layout = layout;
        for (int place = 0; place < layout.measures.size(); place++) {
            Measure measure = layout.measures.get(place);
            if (measure.aggregate() instanceof Average average) {
                means.add(new Mean(
                        place,
                        layout.place(measure.as(new Level(average.figure()))),
                        layout.place(measure.as(new Sum(average.figure()))),
                        layout.place(measure.as(new Moment(average.figure(), true))),
                        layout.place(measure.as(new Moment(average.figure(), false))),
                        average.scale() - average.figure().scale()));
            }
            if (measure.isPicked()) {
                picks.add(new Pick(place, layout.spreads.of(measure), measure.aggregate()));
            }
            if (measure.aggregate() instanceof Rolled rolled) {
                products.add(new Product(place, rolled.scale()));
            }
        }
        isPlain = means.isEmpty() && picks.isEmpty() && products.isEmpty() && !hasDays;
    }

    /**
     * The row of a window; it must not be changed, nor the totals while it is used.
     *
     * @param windowStart gives the start of the window, microseconds
     * @param end of the window, microseconds, exclusive
     */
    long[] of(Totals totals, LongSupplier windowStart, long end) {
        if (isPlain) {
            return totals.values;
        }
        long start = windowStart.getAsLong();
        long[] row = Arrays.copyOf(totals.values, totals.values.length + 1);
        row[row.length - 1] = end - start;
        for (Pick pick : picks) {
            row[2 * pick.place] = pick.from(totals.spreads[pick.spread]);
        }
        for (Product product : products) {
            row[2 * product.place] = totals.shares.product(product.place, product.scale);
        }
        for (Mean mean : means) {
            row[2 * mean.place] = average(mean, totals.values, start / MICROS_PER_SECOND, end / MICROS_PER_SECOND);
            row[2 * mean.place + 1] = totals.values[2 * mean.level + 1];
            flag(mean, row);
        }
        return row;
    }

    /** Whether averages change with each step, whatever comes. */
    boolean isMoving(Totals totals) {
        for (Mean mean : means) {
            boolean isStill = totals.values[2 * mean.moved] == 0
                    && totals.values[2 * mean.high] == 0
                    && totals.values[2 * mean.low] == 0;
            if (!isStill) {
                return true;
            }
        }
        return false;
    }

    /** A sum with what is left of it, in billionths. */
    private BigInteger nanos(BigInteger sum, long[] values, int place) {
        int extra = layout.extra(place);
        BigInteger nanos = sum.multiply(NANOS);
        return extra < 0 ? nanos : nanos.add(BigInteger.valueOf(values[extra + Layout.REMAINDER]));
    }

    /** An average is as sure as where the level stands. */
    private void flag(Mean mean, long[] row) {
        int extra = layout.extra(mean.place);
        if (extra >= 0) {
            int level = layout.extra(mean.level);
            row[extra + Layout.ESTIMATED] = row[level + Layout.ESTIMATED];
            row[extra + Layout.MISSING] = row[level + Layout.MISSING];
        }
    }

    /**
     * With moves dᵢ at tᵢ and the level C at the end, the level's integral over [S, E) is C·(E − S) − Σ dᵢ·(tᵢ − S) over the
     * moves in it.
     */
    private long average(Mean mean, long[] values, long start, long end) {
        BigInteger length = BigInteger.valueOf(end - start);
        BigInteger moments = nanos(
                BigInteger.valueOf(values[2 * mean.high])
                        .shiftLeft(MOMENT_BITS)
                        .add(BigInteger.valueOf(values[2 * mean.low])),
                values,
                mean.low);
        BigInteger moved = nanos(BigInteger.valueOf(values[2 * mean.moved]), values, mean.moved);
        BigInteger level = nanos(BigInteger.valueOf(values[2 * mean.level]), values, mean.level);
        BigInteger sinceStart = moments.subtract(moved.multiply(BigInteger.valueOf(start)));
        BigInteger integral = level.multiply(length).subtract(sinceStart);
        return new BigDecimal(integral)
                .scaleByPowerOfTen(mean.moreScale - NANO_PLACES)
                .divide(new BigDecimal(length), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
