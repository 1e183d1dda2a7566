package com.sentia.analytics.window;

import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.Measure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A KPI bound to the places of its measures in a row of totals. */
final class KpiEvaluator {
    /** A component without a value is shown as this. */
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(Value.SCALE);

    private final Kpi kpi;
    private final Value value;
    private final List<PlacedSum> components;
    private final int[] counted;
    private final int[] measures;

    KpiEvaluator(Kpi kpi, List<Measure> layout) {
        this.kpi = kpi;
        this.value = Value.of(kpi.value(), layout);
        this.components = kpi.components().stream()
                .map(component -> PlacedSum.of(component.value(), layout))
                .toList();
        this.counted = kpi.counted().stream().mapToInt(layout::indexOf).toArray();
        this.measures = kpi.measures().stream().mapToInt(layout::indexOf).toArray();
    }

    Kpi kpi() {
        return kpi;
    }

    /** Whether value or components differ; they do exactly when the sums they are made from, or the window's length, do. */
    boolean differs(long[] a, long[] b) {
        if (value instanceof PlacedSum sum && components.isEmpty()) {
            return sum.in(a) != sum.in(b);
        }
        for (PlacedSum component : components) {
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

    /** Rounded half-even to six decimal places. */
    @Nullable
    BigDecimal value(long[] totals) {
        return value.rounded(totals);
    }

    List<BigDecimal> components(long[] totals) {
        return components.stream()
                .map(component -> Objects.requireNonNullElse(component.rounded(totals), NOTHING))
                .toList();
    }
}
