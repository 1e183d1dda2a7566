package com.sentia.jobs.kpi.facts;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.schemas.FulfilmentShipment;
import com.sentia.schemas.ShipmentDirection;
import com.sentia.schemas.ShipmentLine;
import com.sentia.schemas.ShipmentStatus;
import java.time.Duration;
import java.time.Instant;

/** A consignment: what was asked for and sent, at which cost, how soon, and which promises it kept; or goods that came back. */
final class ShipmentFacts {
    private final FulfilmentShipment shipment;
    private final BusinessCurrency currency;
    private final FactList facts = new FactList();

    private ShipmentFacts(FulfilmentShipment shipment, BusinessCurrency currency) {
        this.shipment = shipment;
        this.currency = currency;
    }

    static EntityFacts of(FulfilmentShipment shipment, BusinessCurrency currency) {
        if (shipment.getStatus() == ShipmentStatus.UNKNOWN || shipment.getDirection() == ShipmentDirection.UNKNOWN) {
            throw UnfitRecord.unknown("the consignment's status or direction");
        }
        if (FactList.isDeleted(shipment.getOp()) || shipment.getStatus() == ShipmentStatus.CANCELLED) {
            return FactList.none(shipment.getVersion());
        }
        return new ShipmentFacts(shipment, currency).all();
    }

    private EntityFacts all() {
        if (shipment.getDirection() == ShipmentDirection.OUTBOUND) {
            request();
            dispatch();
            promises();
        } else if (shipment.getDeliveredAt() != null) {
            cost(shipment.getDeliveredAt());
        }
        if (shipment.getShippedAt() != null) {
            facts.in(currency.other(shipment.getCurrency()));
            facts.add(of(FactKind.CARRIAGE, shipment.getShippedAt())
                    .with(Attribute.CHANNEL, shipment.getChannel())
                    .with(Attribute.WAREHOUSE, shipment.getWarehouse())
                    .with(Figure.AMOUNT, shipment.getCarrierChargeMicros()));
        }
        return facts.of(shipment.getVersion(), true);
    }

    private void request() {
        for (ShipmentLine line : shipment.getLines()) {
            facts.add(of(FactKind.REQUEST, shipment.getOrderPlacedAt())
                    .with(Attribute.WAREHOUSE, shipment.getWarehouse())
                    .with(Attribute.CATEGORY, line.getCategory())
                    .with(Attribute.KIND, shipment.getIsBackorder() ? "backorder" : "first")
                    .with(Figure.REQUESTED, line.getRequestedQuantity())
                    .with(Figure.UNITS, shipment.getShippedAt() == null ? 0 : line.getQuantity()));
        }
    }

    private void dispatch() {
        Instant shippedAt = shipment.getShippedAt();
        if (shippedAt == null) {
            return;
        }
        cost(shippedAt);
        if (!shipment.getIsBackorder()) {
            facts.add(atWarehouse(FactKind.DISPATCH, shippedAt)
                    .with(
                            Figure.DURATION,
                            Duration.between(shipment.getOrderPlacedAt(), shippedAt)
                                    .toMillis()));
        }
    }

    private void promises() {
        Instant toShip = shipment.getPromisedShipAt();
        if (toShip != null) {
            boolean isKept = isBy(shipment.getShippedAt(), toShip);
            facts.add(atWarehouse(FactKind.SHIP_PROMISE, toShip).with(Attribute.STATE, isKept ? "kept" : "missed"));
        }
        Instant toDeliver = shipment.getPromisedDeliveryAt();
        if (toDeliver != null && !shipment.getIsBackorder()) {
            facts.add(atWarehouse(FactKind.DELIVERY_PROMISE, toDeliver).with(Attribute.STATE, delivery(toDeliver)));
        }
    }

    private String delivery(Instant promise) {
        boolean isFull =
                shipment.getLines().stream().allMatch(line -> line.getQuantity() >= line.getRequestedQuantity());
        if (!isFull || !isBy(shipment.getDeliveredAt(), promise)) {
            return "missed";
        }
        boolean isWhole = shipment.getLines().stream().allMatch(line -> line.getDamagedQuantity() == 0);
        return isWhole && shipment.getComplaints() == 0 ? "perfect" : "kept";
    }

    private static boolean isBy(@org.jspecify.annotations.Nullable Instant done, Instant promise) {
        return done != null && !done.isAfter(promise);
    }

    /** What left stock, or what came back into it. */
    private void cost(Instant at) {
        boolean isReturn = shipment.getDirection() == ShipmentDirection.RETURN;
        for (ShipmentLine line : shipment.getLines()) {
            long units = isReturn ? -line.getRestockedQuantity() : line.getQuantity();
            Long unitCost = line.getUnitCostMicros();
            facts.in(unitCost == null ? null : currency.other(line.getCostCurrency()));
            facts.add(of(FactKind.COST, at)
                    .with(Attribute.CHANNEL, shipment.getChannel())
                    .with(Attribute.SKU, line.getSku())
                    .with(Attribute.CATEGORY, line.getCategory())
                    .with(Attribute.STATE, unitCost != null ? "costed" : isReturn ? "uncosted-return" : "uncosted")
                    .with(Figure.UNITS, units)
                    .with(Figure.AMOUNT, unitCost == null ? 0 : FactList.product(units, unitCost)));
        }
    }

    private Fact.Builder atWarehouse(FactKind kind, Instant at) {
        return of(kind, at)
                .with(Attribute.CHANNEL, shipment.getChannel())
                .with(Attribute.WAREHOUSE, shipment.getWarehouse());
    }

    private Fact.Builder of(FactKind kind, Instant at) {
        return Fact.of(kind, FactList.micros(at))
                .with(Attribute.SOURCE, shipment.getSource())
                .with(Attribute.REGION, shipment.getRegion());
    }
}
