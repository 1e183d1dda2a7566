package com.sentia.analytics.window;

import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.Linear;
import com.sentia.analytics.kpi.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A KPI bound to the places of its measures in a row of totals. */
final class KpiEvaluator {
    private static final int SCALE = 6;

    private final Kpi kpi;
    private final Sum numerator;
    private final @Nullable Sum denominator;
    private final List<Sum> components;
    private final int[] counted;
    private final int[] measures;

    KpiEvaluator(Kpi kpi, List<Measure> layout) {
        this.kpi = kpi;
        this.numerator = Sum.of(kpi.numerator(), layout);
        Linear below = kpi.denominator();
        this.denominator = below == null ? null : Sum.of(below, layout);
        this.components = kpi.components().stream()
                .map(component -> Sum.of(component.value(), layout))
                .toList();
        this.counted = kpi.counted().stream().mapToInt(layout::indexOf).toArray();
        this.measures = kpi.measures().stream().mapToInt(layout::indexOf).toArray();
    }

    Kpi kpi() {
        return kpi;
    }

    /** Whether value or components differ; they do exactly when the sums they are made from do. */
    boolean differs(long[] a, long[] b) {
        if (components.isEmpty()) {
            return numerator.in(a) != numerator.in(b);
        }
        for (Sum component : components) {
            if (component.in(a) != component.in(b)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any fact of the KPI's measures is there. */
    boolean hasFacts(long[] totals) {
        for (int measure : measures) {
            if (totals[2 * measure + 1] != 0) {
                return true;
            }
        }
        return false;
    }

    long count(long[] totals) {
        long count = 0;
        for (int measure : counted) {
            count += totals[2 * measure + 1];
        }
        return count;
    }

    @Nullable
    BigDecimal value(long[] totals) {
        if (denominator == null) {
            return numerator.decimal(totals);
        }
        if (denominator.in(totals) == 0) {
            return null;
        }
        return numerator.decimal(totals).divide(denominator.decimal(totals), SCALE, RoundingMode.HALF_EVEN);
    }

    List<BigDecimal> components(long[] totals) {
        return components.stream().map(component -> component.decimal(totals)).toList();
    }

    @SuppressWarnings("ArrayRecordComponent") // longs on the hot path; never compared
    private record Sum(int[] plus, int[] minus, int scale) {

        static Sum of(Linear linear, List<Measure> layout) {
            return new Sum(
                    linear.plus().stream().mapToInt(layout::indexOf).toArray(),
                    linear.minus().stream().mapToInt(layout::indexOf).toArray(),
                    linear.scale());
        }

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

        BigDecimal decimal(long[] totals) {
            return BigDecimal.valueOf(in(totals), scale).setScale(SCALE);
        }
    }
}
