package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.SalesFact;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.runtime.UnfitRecordException;
import com.sentia.schemas.Op;
import com.sentia.schemas.OrderStatus;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SalesRefund;
import com.sentia.schemas.Version;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts an order or a refund stands for; none when it was deleted or its order cancelled.
 *
 * @param currency the only one amounts may be in
 */
record SalesFacts(String currency) implements Serializable {
    /** A fact beyond a thousand million currency units, or as many articles, is a defect of the source. */
    private static final long ABSURD = 1_000_000_000L * 1_000_000L;

    EntityFacts of(SalesOrder order) {
        if (!counts(order.getOp(), order.getStatus())) {
            return new EntityFacts(version(order.getVersion()), List.of());
        }
        requireCurrency(order.getCurrency());
        Maker maker = new Maker(micros(order.getPlacedAt()), order.getSource(), order.getRegion());
        maker.add(FactKind.ORDER, null, 0, 0, order.getCustomerKey());
        order.getLines()
                .forEach(line -> maker.add(
                        FactKind.GOODS,
                        line.getSku(),
                        line.getQuantity(),
                        product(line.getQuantity(), line.getUnitPriceMicros()),
                        null));
        order.getDiscounts()
                .forEach(discount -> maker.add(FactKind.DISCOUNT, null, 0, discount.getAmountMicros(), null));
        return new EntityFacts(version(order.getVersion()), maker.facts);
    }

    EntityFacts of(SalesRefund refund) {
        if (!counts(refund.getOp(), refund.getOrderStatus())) {
            return new EntityFacts(version(refund.getVersion()), List.of());
        }
        requireCurrency(refund.getCurrency());
        Maker maker = new Maker(micros(refund.getRefundedAt()), refund.getSource(), refund.getRegion());
        refund.getLines()
                .forEach(line ->
                        maker.add(FactKind.RETURN, line.getSku(), line.getQuantity(), line.getAmountMicros(), null));
        refund.getAdjustments()
                .forEach(adjustment -> maker.add(FactKind.DISCOUNT, null, 0, adjustment.getAmountMicros(), null));
        return new EntityFacts(version(refund.getVersion()), maker.facts);
    }

    private static boolean counts(Op op, OrderStatus status) {
        if (status == OrderStatus.UNKNOWN) {
            throw new UnfitRecordException("unknown-status", "the order's status is not known to this program");
        }
        return op == Op.UPSERT && status == OrderStatus.PLACED;
    }

    private void requireCurrency(String found) {
        if (!found.equals(currency)) {
            throw new UnfitRecordException("foreign-currency", "amounts are in " + found + ", not in " + currency);
        }
    }

    private static long product(long quantity, long unitPriceMicros) {
        try {
            return Math.multiplyExact(quantity, unitPriceMicros);
        } catch (ArithmeticException e) {
            throw absurd();
        }
    }

    private static UnfitRecordException absurd() {
        return new UnfitRecordException("absurd-magnitude", "an amount or quantity is beyond any sale");
    }

    private static EntityVersion version(Version version) {
        return new EntityVersion(version.getUpdatedAtMicros(), version.getFeedRank(), version.getFetchedAtMicros());
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static final class Maker {
        final List<SalesFact> facts = new ArrayList<>();
        private final long time;
        private final String source;
        private final String region;

        Maker(long time, String source, String region) {
            this.time = time;
            this.source = source;
            this.region = region;
        }

        void add(FactKind kind, @Nullable String sku, long units, long amount, @Nullable String customer) {
            if (Math.abs(amount) > ABSURD || Math.abs(units) > ABSURD) {
                throw absurd();
            }
            facts.add(new SalesFact(kind, time, source, region, sku, units, amount, customer));
        }
    }
}
