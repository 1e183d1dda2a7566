package com.sentia.analytics.fact;

import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import org.jspecify.annotations.Nullable;

/** Makes and reads facts of sales for tests; what a kind doesn't have is left out. */
public final class Sales {
    private Sales() {}

    public static Fact fact(
            FactKind kind,
            long timeMicros,
            String source,
            String region,
            @Nullable String sku,
            long units,
            long amountMicros,
            @Nullable String customer) {
        Fact.Builder fact = Fact.of(kind, timeMicros);
        with(fact, kind, Attribute.SOURCE, source);
        with(fact, kind, Attribute.REGION, region);
        with(fact, kind, Attribute.SKU, sku);
        with(fact, kind, Attribute.CUSTOMER, customer);
        with(fact, kind, Figure.UNITS, units);
        with(fact, kind, Figure.AMOUNT, amountMicros);
        return fact.build();
    }

    /** Null where it has none. */
    public static @Nullable String text(Fact fact, Attribute attribute) {
        return fact.kind().attributes().contains(attribute) ? fact.text(attribute) : null;
    }

    public static long amount(Fact fact) {
        return fact.figure(Figure.AMOUNT);
    }

    public static long units(Fact fact) {
        return fact.figure(Figure.UNITS);
    }

    private static void with(Fact.Builder fact, FactKind kind, Attribute attribute, @Nullable String value) {
        if (kind.attributes().contains(attribute)) {
            fact.with(attribute, value);
        }
    }

    private static void with(Fact.Builder fact, FactKind kind, Figure figure, long value) {
        if (kind.figures().contains(figure)) {
            fact.with(figure, value);
        }
    }
}
