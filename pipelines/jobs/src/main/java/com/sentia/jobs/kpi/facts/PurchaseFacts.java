package com.sentia.jobs.kpi.facts;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.schemas.PurchaseLine;
import com.sentia.schemas.PurchaseOrder;
import com.sentia.schemas.PurchaseReceipt;
import com.sentia.schemas.PurchaseStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An order with a supplier: what was bought, what came, how long it took. Of a cancelled one what had come of it. */
final class PurchaseFacts {
    private PurchaseFacts() {}

    static EntityFacts of(PurchaseOrder order, BusinessCurrency currency) {
        if (order.getStatus() == PurchaseStatus.UNKNOWN) {
            throw UnfitRecord.unknown("the purchase order's status");
        }
        if (FactList.isDeleted(order.getOp()) || order.getStatus() == PurchaseStatus.DRAFT) {
            return FactList.none(order.getVersion());
        }
        FactList facts = new FactList();
        boolean isCancelled = order.getStatus() == PurchaseStatus.CANCELLED;
        Instant orderedAt = order.getOrderedAt();
        if (orderedAt != null) {
            facts.in(currency.other(order.getCurrency()));
            order.getLines().forEach(line -> facts.add(purchase(order, line, orderedAt, isCancelled)));
        }
        for (PurchaseReceipt receipt : order.getReceipts()) {
            facts.add(of(FactKind.RECEIPT, order, receipt.getReceivedAt())
                    .with(Figure.REQUESTED, FactList.sum(receipt.getQuantity(), receipt.getRejectedQuantity()))
                    .with(Figure.UNITS, receipt.getQuantity()));
        }
        if (!isCancelled) {
            addSupply(order, orderedAt, facts);
            addLeadTimes(order, orderedAt, facts);
        }
        return facts.of(order.getVersion(), !isCancelled);
    }

    private static Fact.Builder purchase(PurchaseOrder order, PurchaseLine line, Instant at, boolean isCancelled) {
        long units = isCancelled ? received(order, line) : line.getQuantity();
        return of(FactKind.PURCHASE, order, at)
                .with(Attribute.CATEGORY, line.getCategory())
                .with(Figure.UNITS, units)
                .with(Figure.AMOUNT, FactList.product(units, line.getUnitPriceMicros()));
    }

    private static long received(PurchaseOrder order, PurchaseLine line) {
        return receipts(order, line).mapToLong(PurchaseReceipt::getQuantity).reduce(0, FactList::sum);
    }

    private static void addSupply(PurchaseOrder order, @Nullable Instant orderedAt, FactList facts) {
        Instant complete = order.getReceivedAt();
        if (complete != null && orderedAt != null) {
            facts.add(of(FactKind.SUPPLY, order, complete)
                    .with(Figure.DURATION, Duration.between(orderedAt, complete).toMillis()));
        }
        Instant promise = order.getPromisedAt();
        if (promise != null) {
            boolean isKept = complete != null && !complete.isAfter(promise);
            facts.add(of(FactKind.SUPPLY_PROMISE, order, promise).with(Attribute.STATE, isKept ? "kept" : "missed"));
        }
    }

    /** One for each line that anything came of. */
    private static void addLeadTimes(PurchaseOrder order, @Nullable Instant orderedAt, FactList facts) {
        if (order.getReceivedAt() == null || orderedAt == null) {
            return;
        }
        for (PurchaseLine line : order.getLines()) {
            receipts(order, line)
                    .map(PurchaseReceipt::getReceivedAt)
                    .max(Comparator.naturalOrder())
                    .ifPresent(last -> facts.add(leadTime(order, line, orderedAt, last)));
        }
    }

    private static Fact.Builder leadTime(PurchaseOrder order, PurchaseLine line, Instant orderedAt, Instant last) {
        long minutes = Duration.between(orderedAt, last).toMinutes();
        return of(FactKind.LEAD_TIME, order, last)
                .with(Attribute.SKU, line.getSku())
                .with(Figure.MINUTES, minutes)
                .with(Figure.MINUTES_SQUARED, FactList.product(minutes, minutes));
    }

    private static Stream<PurchaseReceipt> receipts(PurchaseOrder order, PurchaseLine line) {
        return order.getReceipts().stream()
                .filter(receipt -> receipt.getPurchaseLineId().equals(line.getPurchaseLineId()));
    }

    private static Fact.Builder of(FactKind kind, PurchaseOrder order, Instant at) {
        return Fact.of(kind, FactList.micros(at))
                .with(Attribute.SUPPLIER, order.getSupplier())
                .with(Attribute.WAREHOUSE, order.getWarehouse());
    }
}
