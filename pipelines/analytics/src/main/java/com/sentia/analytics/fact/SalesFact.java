package com.sentia.analytics.fact;

import com.sentia.analytics.kpi.Dimension;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * The smallest thing KPIs count: one goods line, discount, refunded part or order.
 *
 * @param timeMicros business time, UTC
 * @param sku null where there is none
 * @param amountMicros millionths of the business currency
 * @param customer pseudonymous key; null where there is none
 */
public record SalesFact(
        FactKind kind,
        long timeMicros,
        String source,
        String region,
        @Nullable String sku,
        long units,
        long amountMicros,
        @Nullable String customer) {

    /** The fact's member of a dimension; null when it has none and so belongs to no set with that dimension. */
    public @Nullable String member(Dimension dimension) {
        return switch (dimension) {
            case SOURCE -> source;
            case REGION -> region;
            case SKU -> sku;
        };
    }

    /** What the fact adds to a sum; a distinct count is no sum and gets 0. */
    public long figure(Quantity quantity) {
        return switch (quantity) {
            case AMOUNT -> amountMicros;
            case UNITS -> units;
            case ONE -> 1;
            case DISTINCT_CUSTOMERS -> 0;
        };
    }
}
