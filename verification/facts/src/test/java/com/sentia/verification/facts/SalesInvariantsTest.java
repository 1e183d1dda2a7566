package com.sentia.verification.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sentia.schemas.FulfilmentShipment;
import com.sentia.schemas.OrderLine;
import com.sentia.schemas.OrderStatus;
import com.sentia.schemas.RefundLine;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SalesRefund;
import com.sentia.schemas.ShipmentDirection;
import com.sentia.schemas.ShipmentLine;
import com.sentia.schemas.ShipmentStatus;
import com.sentia.schemas.topics.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds of orders, consignments and refunds, whatever the seed. */
class SalesInvariantsTest {
    private static final int TRIES = 5;

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void everyConsignmentIsOfAnOrderThatCounts(@ForAll long seed) {
        History history = History.of(seed);
        Map<String, SalesOrder> orders = history.byKey(Topics.SALES_ORDER, SalesOrder.class);

        assertThat(shipments(history)).isNotEmpty().allSatisfy(shipment -> {
            SalesOrder order = orderOf(shipment, orders);
            assertThat(order.getStatus() == OrderStatus.CANCELLED)
                    .isEqualTo(shipment.getStatus() == ShipmentStatus.CANCELLED);
            assertThat(shipment.getOrderPlacedAt()).isEqualTo(order.getPlacedAt());
        });
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void noMoreIsShippedThanOrderedNorTakenBackThanShipped(@ForAll long seed) {
        History history = History.of(seed);
        Map<String, Long> ordered = new HashMap<>();
        for (SalesOrder order : history.current(Topics.SALES_ORDER, SalesOrder.class)) {
            for (OrderLine line : order.getLines()) {
                ordered.put(order.getOrderId() + "/" + line.getLineId(), line.getQuantity());
            }
        }
        Map<String, Long> sent = quantities(history, ShipmentDirection.OUTBOUND);
        Map<String, Long> returned = quantities(history, ShipmentDirection.RETURN);

        assertThat(sent.entrySet())
                .isNotEmpty()
                .allMatch(line -> line.getValue() <= Objects.requireNonNull(ordered.get(line.getKey())));
        assertThat(returned.entrySet())
                .isNotEmpty()
                .allMatch(line -> line.getValue() <= Objects.requireNonNull(sent.get(line.getKey())));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void theFirstConsignmentAsksForTheWholeOrder(@ForAll long seed) {
        History history = History.of(seed);
        Map<String, SalesOrder> orders = history.byKey(Topics.SALES_ORDER, SalesOrder.class);

        assertThat(shipments(history).stream()
                        .filter(shipment -> shipment.getDirection() == ShipmentDirection.OUTBOUND)
                        .filter(shipment -> !shipment.getIsBackorder()))
                .allSatisfy(shipment -> assertThat(shipment.getLines().stream().map(ShipmentLine::getRequestedQuantity))
                        .isEqualTo(orderOf(shipment, orders).getLines().stream()
                                .map(OrderLine::getQuantity)
                                .toList()));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aConsignmentPassesItsStepsInOrder(@ForAll long seed) {
        assertThat(shipments(History.of(seed))).allSatisfy(shipment -> {
            assertThat(shipment.getShippedAt() == null
                            || !shipment.getShippedAt().isBefore(shipment.getOrderPlacedAt()))
                    .isTrue();
            assertThat(shipment.getDeliveredAt() == null
                            || shipment.getDeliveredAt().isAfter(shipment.getShippedAt()))
                    .isTrue();
            assertThat(shipment.getDeliveredAt() != null).isEqualTo(shipment.getStatus() == ShipmentStatus.DELIVERED);
        });
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void goodsRefundedAreTheOnesThatCameBack(@ForAll long seed) {
        History history = History.of(seed);
        Map<String, FulfilmentShipment> back = history.byKey(Topics.FULFILMENT_SHIPMENT, FulfilmentShipment.class);

        assertThat(history.current(Topics.SALES_REFUND, SalesRefund.class))
                .isNotEmpty()
                .allSatisfy(refund -> {
                    for (RefundLine line : refund.getLines()) {
                        FulfilmentShipment shipment =
                                Objects.requireNonNull(back.get(refund.getUnit() + "/" + refund.getRefundId()));
                        assertThat(shipment.getDirection()).isEqualTo(ShipmentDirection.RETURN);
                        assertThat(shipment.getOrderId()).isEqualTo(refund.getOrderId());
                        assertThat(shipment.getLines())
                                .singleElement()
                                .matches(units -> units.getQuantity() == line.getQuantity()
                                        && units.getSku().equals(line.getSku()));
                    }
                });
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aRefundSaysOfItsOrderWhatTheOrderSays(@ForAll long seed) {
        History history = History.of(seed);
        Map<String, SalesOrder> orders = history.byKey(Topics.SALES_ORDER, SalesOrder.class);

        assertThat(history.current(Topics.SALES_REFUND, SalesRefund.class))
                .isNotEmpty()
                .allSatisfy(refund -> {
                    SalesOrder order = Objects.requireNonNull(orders.get(refund.getUnit() + "/" + refund.getOrderId()));
                    assertThat(refund.getOrderPlacedAt()).isEqualTo(order.getPlacedAt());
                    assertThat(refund.getCustomerSegment()).isEqualTo(order.getCustomerSegment());
                    assertThat(order.getLines())
                            .extracting(OrderLine::getSku, OrderLine::getCategory)
                            .containsAll(refund.getLines().stream()
                                    .map(line -> tuple(line.getSku(), line.getCategory()))
                                    .toList());
                });
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void someCustomersAreOfASegment(@ForAll long seed) {
        assertThat(History.of(seed).current(Topics.SALES_ORDER, SalesOrder.class))
                .extracting(SalesOrder::getCustomerSegment)
                .contains("trade", "consumer")
                .containsNull();
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void customersComeBack(@ForAll long seed) {
        List<SalesOrder> orders = History.of(seed).current(Topics.SALES_ORDER, SalesOrder.class);
        long customers =
                orders.stream().map(SalesOrder::getCustomerKey).distinct().count();

        assertThat(customers).isBetween(orders.size() / 4L, orders.size() * 4L / 5);
    }

    private static SalesOrder orderOf(FulfilmentShipment shipment, Map<String, SalesOrder> orders) {
        return Objects.requireNonNull(
                orders.get(shipment.getOrderUnit() + "/" + shipment.getOrderId()), "no order of a consignment");
    }

    private static List<FulfilmentShipment> shipments(History history) {
        return history.current(Topics.FULFILMENT_SHIPMENT, FulfilmentShipment.class);
    }

    private static Map<String, Long> quantities(History history, ShipmentDirection direction) {
        return shipments(history).stream()
                .filter(shipment -> shipment.getDirection() == direction)
                .flatMap(shipment -> shipment.getLines().stream()
                        .map(line ->
                                Map.entry(shipment.getOrderId() + "/" + line.getOrderLineId(), line.getQuantity())))
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.summingLong(Map.Entry::getValue)));
    }
}
