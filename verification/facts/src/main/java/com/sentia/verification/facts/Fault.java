package com.sentia.verification.facts;

import com.sentia.schemas.FinancePayment;
import com.sentia.schemas.FulfilmentShipment;
import com.sentia.schemas.InventoryLevel;
import com.sentia.schemas.OrderLine;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;

/** What a source may get wrong: each makes one more fact, like one that there is, with an id of its own. */
public enum Fault {
    NEGATIVE_STOCK(Topics.INVENTORY_LEVEL, fact -> {
        InventoryLevel.Builder level = InventoryLevel.newBuilder((InventoryLevel) fact);
        Instant measuredAt = level.getMeasuredAt().plusSeconds(1);
        return level.setOnHand(-5)
                .setAvailable(0)
                .setMeasuredAt(measuredAt)
                .setLevelId(level.getWarehouse() + "/" + level.getSku() + "/" + Versions.micros(measuredAt))
                .build();
    }),
    UNKNOWN_CURRENCY(
            Topics.SALES_ORDER,
            fact -> SalesOrder.newBuilder((SalesOrder) fact)
                    .setOrderId("fault-currency")
                    .setCurrency("XXQ")
                    .build()),
    FAR_PAST(
            Topics.SALES_ORDER,
            fact -> SalesOrder.newBuilder((SalesOrder) fact)
                    .setOrderId("fault-past")
                    .setPlacedAt(Instant.parse("1971-01-01T00:00:00Z"))
                    .build()),
    FAR_FUTURE(
            Topics.SALES_ORDER,
            fact -> SalesOrder.newBuilder((SalesOrder) fact)
                    .setOrderId("fault-future")
                    .setPlacedAt(Instant.parse("2199-01-01T00:00:00Z"))
                    .build()),
    ABSURD_AMOUNT(Topics.SALES_ORDER, fact -> {
        SalesOrder order = SalesOrder.newBuilder((SalesOrder) fact)
                .setOrderId("fault-amount")
                .build();
        return SalesOrder.newBuilder(order)
                .setLines(order.getLines().stream()
                        .map(line -> OrderLine.newBuilder(line)
                                .setQuantity(Long.MAX_VALUE / 2)
                                .setUnitPriceMicros(Long.MAX_VALUE / 2)
                                .build())
                        .toList())
                .build();
    }),
    ORPHAN_SHIPMENT(
            Topics.FULFILMENT_SHIPMENT,
            fact -> FulfilmentShipment.newBuilder((FulfilmentShipment) fact)
                    .setShipmentId("fault-orphan")
                    .setOrderId("fault-nowhere")
                    .build()),
    UNMATCHED_PAYMENT(
            Topics.FINANCE_PAYMENT,
            fact -> FinancePayment.newBuilder((FinancePayment) fact)
                    .setPaymentId("fault-unmatched")
                    .setInvoiceId("fault-nowhere")
                    .build());

    @SuppressWarnings("ImmutableEnumChecker") // A record of immutable parts.
    private final Topic topic;

    @SuppressWarnings("ImmutableEnumChecker") // A lambda without state.
    private final UnaryOperator<SpecificRecord> fault;

    Fault(Topic topic, UnaryOperator<SpecificRecord> fault) {
        this.topic = topic;
        this.fault = fault;
    }

    public Topic topic() {
        return topic;
    }

    /** A faulty fact made after a sound one, arriving with it. */
    Arrival after(Arrival sound) {
        SpecificRecord faulty = fault.apply(sound.fact());
        String unit = sound.key().substring(0, sound.key().lastIndexOf('/') + 1);
        String key = this == NEGATIVE_STOCK
                ? Company.STOCK_UNIT + "/" + ((InventoryLevel) faulty).getLevelId()
                : unit + faulty.get(2);
        return new Arrival(topic, key, faulty, sound.arrivedAt());
    }
}
