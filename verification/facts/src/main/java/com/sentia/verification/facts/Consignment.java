package com.sentia.verification.facts;

import com.sentia.schemas.FulfilmentShipment;
import com.sentia.schemas.Op;
import com.sentia.schemas.ShipmentDirection;
import com.sentia.schemas.ShipmentLine;
import com.sentia.schemas.ShipmentStatus;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Goods of one order that travel together, to the customer or back. */
final class Consignment implements Entity {
    private static final Duration SHIPPING_PROMISE = Duration.ofHours(24);
    private static final Duration DELIVERY_PROMISE = Duration.ofDays(4);

    private final Order order;
    private final String id;
    private final ShipmentDirection direction;
    private final boolean isBackorder;
    private final List<Parcel> parcels;
    private ShipmentStatus status = ShipmentStatus.PLANNED;
    private @Nullable Instant shippedAt;
    private @Nullable Instant deliveredAt;
    private @Nullable Instant cancelledAt;
    private long chargeMicros;
    private int complaints;

    Consignment(Order order, String id, ShipmentDirection direction, boolean isBackorder, List<Parcel> parcels) {
        this.order = order;
        this.id = id;
        this.direction = direction;
        this.isBackorder = isBackorder;
        this.parcels = new ArrayList<>(parcels);
    }

    Order order() {
        return order;
    }

    boolean isBackorder() {
        return isBackorder;
    }

    List<Parcel> parcels() {
        return parcels;
    }

    boolean isPlanned() {
        return status == ShipmentStatus.PLANNED;
    }

    /** Follows a change of the order. */
    void request(Order.Line line) {
        parcels.replaceAll(parcel -> parcel.line() == line ? parcel.requesting(line.quantity()) : parcel);
    }

    void ship(Instant at, List<Parcel> shipped, long carrierMicros) {
        status = ShipmentStatus.SHIPPED;
        shippedAt = at;
        chargeMicros = carrierMicros;
        parcels.clear();
        parcels.addAll(shipped);
    }

    void deliver(Instant at, List<Parcel> delivered, int complaintCount) {
        status = ShipmentStatus.DELIVERED;
        deliveredAt = at;
        complaints = complaintCount;
        parcels.clear();
        parcels.addAll(delivered);
    }

    void cancel(Instant at) {
        status = ShipmentStatus.CANCELLED;
        cancelledAt = at;
    }

    @Override
    public Topic topic() {
        return Topics.FULFILMENT_SHIPMENT;
    }

    @Override
    public String key() {
        return order.shop().unit() + "/" + id;
    }

    @Override
    public SpecificRecord as(Version version, Op op) {
        boolean isPromised = direction == ShipmentDirection.OUTBOUND;
        return FulfilmentShipment.newBuilder()
                .setSource(order.shop().source())
                .setUnit(order.shop().unit())
                .setShipmentId(id)
                .setVersion(version)
                .setOp(op)
                .setDirection(direction)
                .setStatus(status)
                .setOrderUnit(order.shop().unit())
                .setOrderId(order.id())
                .setOrderPlacedAt(order.placedAt())
                .setPromisedShipAt(isPromised ? order.placedAt().plus(SHIPPING_PROMISE) : null)
                .setPromisedDeliveryAt(isPromised ? order.placedAt().plus(DELIVERY_PROMISE) : null)
                .setShippedAt(shippedAt)
                .setDeliveredAt(deliveredAt)
                .setCancelledAt(cancelledAt)
                .setIsBackorder(isBackorder)
                .setComplaints(complaints)
                .setRegion(order.shop().region())
                .setChannel(order.shop().channel())
                .setWarehouse(order.shop().plant().warehouse())
                .setCarrier("Carrier")
                .setCurrency(order.shop().currency())
                .setCarrierChargeMicros(chargeMicros)
                .setLines(parcels.stream().map(parcel -> parcel.record(id)).toList())
                .setUpdatedAt(Versions.updatedAt(version))
                .build();
    }

    /** Units of one line on their way. */
    record Parcel(Order.Line line, long requested, long quantity, long damaged, long restocked) {
        static Parcel planned(Order.Line line, long requested) {
            return new Parcel(line, requested, 0, 0, 0);
        }

        Parcel requesting(long units) {
            return new Parcel(line, units, quantity, damaged, restocked);
        }

        Parcel carrying(long units) {
            return new Parcel(line, requested, units, damaged, restocked);
        }

        Parcel damaging(long units) {
            return new Parcel(line, requested, quantity, units, restocked);
        }

        private ShipmentLine record(String consignment) {
            return ShipmentLine.newBuilder()
                    .setShipmentLineId(consignment + "-" + line.id())
                    .setOrderLineId(line.id())
                    .setSku(line.article().sku())
                    .setCategory(line.article().category())
                    .setRequestedQuantity(requested)
                    .setQuantity(quantity)
                    .setDamagedQuantity(damaged)
                    .setRestockedQuantity(restocked)
                    .setUnitCostMicros(line.article().costMicros())
                    .setCostCurrency(Company.BASE_CURRENCY)
                    .build();
        }
    }
}
