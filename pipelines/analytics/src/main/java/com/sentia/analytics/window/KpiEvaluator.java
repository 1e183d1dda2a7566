package com.sentia.analytics.window;

import com.sentia.analytics.kpi.Kpi;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A KPI bound to the places of its measures in a row of totals. */
final class KpiEvaluator {
    /** A component without a value is shown as this. */
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(Value.SCALE);

    /** By their bits. */
    private static final List<Set<RateFlag>> FLAGS = List.of(
            Set.of(), Set.of(RateFlag.RATE_ESTIMATED), Set.of(RateFlag.RATE_MISSING), Set.of(RateFlag.values()));

    private final Kpi kpi;
    private final Value value;
    private final List<PlacedSum> components;
    private final int[] counted;
    private final int[] measures;
    /** Further places of those of money. */
    private final int[] extras;

    KpiEvaluator(Kpi kpi, Layout layout) {
        this.kpi = kpi;
        this.value = Value.of(kpi.value(), layout);
        this.components = kpi.components().stream()
                .map(component -> PlacedSum.of(component.value(), layout))
                .toList();
        this.counted = kpi.counted().stream().mapToInt(layout::place).toArray();
        this.extras = kpi.measures().stream()
                .mapToInt(measure -> layout.extra(layout.place(measure)))
                .filter(extra -> extra >= 0)
                .toArray();
        this.measures = kpi.measures().stream().mapToInt(layout::place).toArray();
    }

    Kpi kpi() {
        return kpi;
    }

    /**
     * Whether value, components or flags differ. The first two do exactly when the sums they are made from, or the window's length,
     * do; where amounts were converted, when they do so rounded.
     */
    boolean differs(long[] a, long[] b) {
        if (isConverted(a) || isConverted(b)) {
            return flagBits(a) != flagBits(b) || differsRounded(a, b);
        }
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

    @SuppressWarnings("BigDecimalEquals") // all have six decimal places
    private boolean differsRounded(long[] a, long[] b) {
        return !Objects.equals(value(a), value(b)) || !components(a).equals(components(b));
    }

    /** Whether anything in it can have been converted from another currency. */
    private boolean isConverted(long[] totals) {
        for (int extra : extras) {
            if ((totals[extra] | totals[extra + Layout.ESTIMATED] | totals[extra + Layout.MISSING]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** What is to be known of the rates behind the value. */
    Set<RateFlag> flags(long[] totals) {
        return FLAGS.get(flagBits(totals));
    }

    private int flagBits(long[] totals) {
        int bits = 0;
        for (int extra : extras) {
            bits |= totals[extra + Layout.ESTIMATED] == 0 ? 0 : 1;
            bits |= totals[extra + Layout.MISSING] == 0 ? 0 : 2;
        }
        return bits;
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
