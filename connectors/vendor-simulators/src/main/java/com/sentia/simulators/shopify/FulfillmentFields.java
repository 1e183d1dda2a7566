package com.sentia.simulators.shopify;

import com.sentia.simulators.company.FulfilmentOrder;
import com.sentia.simulators.company.FulfilmentOrder.Consignment;
import com.sentia.simulators.company.FulfilmentOrder.State;
import com.sentia.simulators.retail.OrderLine;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The fields of fulfilment orders, of the fulfilments that were made of them, and of the lines of both. */
final class FulfillmentFields {
    /** A fulfilment: what left with one van. */
    record FulfillmentOf(FulfilmentOrder of, Consignment consignment) {
        private long id() {
            return of.id() * MOST_CONSIGNMENTS + consignment.number();
        }
    }

    /** Units of a line that left with one van. */
    record SentLine(FulfillmentOf of, OrderLine line, int units) {
        private long id() {
            return line.number() * MOST_CONSIGNMENTS + of.consignment().number();
        }
    }

    /** A line that a place has to send. */
    record DueLine(FulfilmentOrder of, OrderLine line) {}

    /** The place as the fulfilment order has it. */
    record Assigned(FulfilmentOrder of) {}

    private static final long MOST_CONSIGNMENTS = 1_000;

    private FulfillmentFields() {}

    static ObjectType<FulfilmentOrder> order() {
        return ObjectType.of(FulfilmentOrder.class, "FulfillmentOrder")
                .with("id", order -> Gid.of("FulfillmentOrder", order.id()))
                .with("createdAt", order -> OrderFields.time(order.createdAt()))
                .with("updatedAt", (order, arguments, moment) -> OrderFields.time(order.updatedAt(moment.second())))
                .with(
                        "status",
                        (order, arguments, moment) ->
                                order.state(moment.second()).name())
                .with("requestStatus", (order, arguments, moment) -> isOpen(order, moment) ? "UNSUBMITTED" : "CLOSED")
                .with("fulfillAt", order -> OrderFields.time(order.createdAt()))
                .with("fulfillBy", order -> OrderFields.time(order.promisedAt()))
                .with("order", FulfilmentOrder::order)
                .with("orderId", order -> Gid.of("Order", order.order().id()))
                .with("orderName", order -> "#" + order.order().id())
                .with("orderProcessedAt", order -> OrderFields.time(order.createdAt()))
                .with("assignedLocation", Assigned::new)
                .with("lineItems", FulfillmentFields::due)
                .with("fulfillments", FulfillmentFields::fulfillments);
    }

    static ObjectType<Assigned> assigned() {
        return ObjectType.of(Assigned.class, "FulfillmentOrderAssignedLocation")
                .with("location", assigned -> assigned.of().site())
                .with("name", assigned -> assigned.of().site().name())
                .with("countryCode", assigned -> assigned.of().site().countryCode());
    }

    static ObjectType<DueLine> dueLine() {
        return ObjectType.of(DueLine.class, "FulfillmentOrderLineItem")
                .with("id", due -> Gid.of("FulfillmentOrderLineItem", due.line().number()))
                .with("sku", due -> due.line().sku())
                .with("productTitle", due -> due.line().title())
                .with("lineItem", due -> new LineFields.LineOf(due.of().order(), due.line()))
                .with("totalQuantity", (due, arguments, moment) -> due.of().total(due.line(), moment.second()))
                .with("remainingQuantity", (due, arguments, moment) -> due.of().remaining(due.line(), moment.second()))
                .always(true, "requiresShipping");
    }

    static ObjectType<FulfillmentOf> fulfillment() {
        return ObjectType.of(FulfillmentOf.class, "Fulfillment")
                .with("id", sent -> Gid.of("Fulfillment", sent.id()))
                .with("legacyResourceId", sent -> Long.toString(sent.id()))
                .with("name", sent -> "#" + sent.of().order().id() + "-F" + sent.id())
                .with("createdAt", sent -> OrderFields.time(sent.consignment().at()))
                .with("updatedAt", sent -> OrderFields.time(sent.consignment().at()))
                .with("totalQuantity", FulfillmentFields::units)
                .with("location", sent -> sent.of().site())
                .with("order", sent -> sent.of().order())
                .with("fulfillmentLineItems", FulfillmentFields::sent)
                .always("SUCCESS", "status")
                .always("FULFILLED", "displayStatus")
                .always(true, "requiresShipping")
                .always(null, "deliveredAt", "inTransitAt", "estimatedDeliveryAt", "service");
    }

    static ObjectType<SentLine> sentLine() {
        return ObjectType.of(SentLine.class, "FulfillmentLineItem")
                .with("id", sent -> Gid.of("FulfillmentLineItem", sent.id()))
                .with("quantity", SentLine::units)
                .with("lineItem", sent -> new LineFields.LineOf(sent.of().of().order(), sent.line()));
    }

    /** A page of the fulfilment orders that a search finds at a moment; those that are done only when they are asked for too. */
    static Connection orders(Map<String, Object> arguments, Moment moment) {
        String sort = String.valueOf(arguments.getOrDefault("sortKey", "ID"));
        ToLongFunction<FulfilmentOrder> value = switch (sort) {
            case "ID" -> FulfilmentOrder::id;
            case "UPDATED_AT" -> order -> order.updatedAt(moment.second());
            default -> throw new QueryRefused("not simulated: sort key " + sort, "NOT_SIMULATED");
        };
        SearchQuery search =
                SearchQuery.parse(arguments.get("query"), moment.second()).allowOnly("updated_at", "id");
        boolean withClosed = Boolean.TRUE.equals(arguments.get("includeClosed"));
        List<FulfilmentOrder> found = moment.stock().ledger().fulfilments().stream()
                .filter(order -> isThere(order, moment))
                .filter(order -> withClosed || isOpen(order, moment))
                .filter(order -> search.range("updated_at").contains(order.updatedAt(moment.second())))
                .filter(order -> search.range("id").contains(order.id()))
                .sorted(Comparator.comparingLong(value).thenComparingLong(FulfilmentOrder::id))
                .toList();
        return Connection.of(
                found, order -> new Cursor(value.applyAsLong(order), order.id()), PageRequest.of(arguments));
    }

    static @Nullable FulfilmentOrder order(long id, Moment moment) {
        return moment.stock().ledger().fulfilments().stream()
                .filter(order -> order.id() == id && isThere(order, moment))
                .findFirst()
                .orElse(null);
    }

    private static boolean isThere(FulfilmentOrder order, Moment moment) {
        return moment.timeline().order(order.order().id(), moment.second()).isPresent();
    }

    private static boolean isOpen(FulfilmentOrder order, Moment moment) {
        State state = order.state(moment.second());
        return state == State.OPEN || state == State.IN_PROGRESS;
    }

    private static Connection due(FulfilmentOrder order, Map<String, Object> arguments, Moment moment) {
        return Connection.of(order.lines(), line -> new Cursor(0, line.number()), PageRequest.of(arguments))
                .map(line -> new DueLine(order, line), OrderLine.class);
    }

    private static Connection fulfillments(FulfilmentOrder order, Map<String, Object> arguments, Moment moment) {
        return Connection.of(
                        order.consignments(moment.second()),
                        sent -> new Cursor(0, sent.number()),
                        PageRequest.of(arguments))
                .map(sent -> new FulfillmentOf(order, sent), Consignment.class);
    }

    private static Connection sent(FulfillmentOf sent, Map<String, Object> arguments, Moment moment) {
        Map<Long, Integer> units = sent.consignment().units();
        List<OrderLine> lines = sent.of().lines().stream()
                .filter(line -> units.containsKey((long) line.number()))
                .toList();
        return Connection.of(lines, line -> new Cursor(0, line.number()), PageRequest.of(arguments))
                .map(line -> new SentLine(sent, line, units.getOrDefault((long) line.number(), 0)), OrderLine.class);
    }

    private static int units(FulfillmentOf sent) {
        return sent.consignment().units().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
