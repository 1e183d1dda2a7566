package com.sentia.simulators.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.simulators.retail.Charge;
import com.sentia.simulators.retail.DateShift;
import com.sentia.simulators.retail.OrderLine;
import com.sentia.simulators.retail.Refund;
import com.sentia.simulators.retail.RefundPart;
import com.sentia.simulators.retail.RetailOrder;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * An order as Shopify's webhooks tell it: in the shape of the REST interface (numeric ids, snake case, local times), with the
 * customer's name, mail, telephone and address in it.
 */
final class OrderWebhook {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(DateShift.ZONE);

    private final RetailOrder order;
    private final long second;

    private OrderWebhook(RetailOrder order, long second) {
        this.order = order;
        this.second = second;
    }

    /** The body that tells an order as it stood at an epoch second. */
    static byte[] body(RetailOrder order, long second) {
        try {
            return JSON.writeValueAsBytes(new OrderWebhook(order, second).whole());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }

    private ObjectNode whole() {
        ObjectNode body = JSON.createObjectNode();
        body.put("id", order.id());
        body.put("admin_graphql_api_id", Gid.of("Order", order.id()));
        body.put("name", "#" + order.id());
        body.put("test", false);
        body.put("source_name", "web");
        body.put("created_at", local(order.placedAt()));
        body.put("processed_at", local(order.placedAt()));
        body.put("updated_at", local(order.updatedAt(second)));
        body.put("cancelled_at", order.isCancelledBy(second) ? local(order.cancelledAt()) : null);
        body.put("cancel_reason", order.isCancelledBy(second) ? "customer" : null);
        body.putNull("closed_at");
        body.put("currency", Money.CURRENCY);
        body.put("presentment_currency", Money.CURRENCY);
        body.set("total_tax_set", bag(0));
        body.putNull("note");
        body.putArray("note_attributes");
        body.put("tags", "");
        person(body);
        ArrayNode lines = body.putArray("line_items");
        order.goods().forEach(line -> lines.add(line(line)));
        ArrayNode shipping = body.putArray("shipping_lines");
        order.shipping().forEach(charge -> shipping.add(shipping(charge)));
        ArrayNode discounts = body.putArray("discount_applications");
        order.discounts().forEach(charge -> discounts.add(discount(charge)));
        ArrayNode refunds = body.putArray("refunds");
        order.refundsBy(second).forEach(refund -> refunds.add(refund(refund)));
        return body;
    }

    private void person(ObjectNode body) {
        if (order.customer() == null) {
            body.putNull("customer");
            return;
        }
        Person person = Person.of(order.customer());
        body.put("email", person.email());
        body.put("contact_email", person.email());
        body.put("phone", person.phone());
        body.put("browser_ip", "203.0.113." + person.house());
        ObjectNode customer = body.putObject("customer");
        customer.put("id", person.id());
        customer.put("email", person.email());
        customer.put("first_name", person.firstName());
        customer.put("last_name", person.lastName());
        customer.put("phone", person.phone());
        body.set("shipping_address", address(person));
        body.set("billing_address", address(person));
    }

    private ObjectNode address(Person person) {
        ObjectNode address = JSON.createObjectNode();
        address.put("name", person.name());
        address.put("first_name", person.firstName());
        address.put("last_name", person.lastName());
        address.put("address1", person.house() + " Invented Lane");
        address.put("phone", person.phone());
        address.put("city", "Nowhere");
        address.put("zip", "ZZ" + person.house() % 100 + " 9ZZ");
        address.put("country", order.country());
        address.put("latitude", 51.5);
        address.put("longitude", -0.1);
        return address;
    }

    private ObjectNode line(OrderLine line) {
        ObjectNode item = JSON.createObjectNode();
        item.put("id", line.number());
        item.put("sku", line.sku());
        item.put("title", line.title());
        item.put("name", line.title());
        item.put("quantity", line.quantity());
        item.put("price", new Money(line.priceMicros()).amount());
        item.set("price_set", bag(line.priceMicros()));
        item.set("total_discount_set", bag(0));
        allocations(item.putArray("discount_allocations"), line);
        item.putArray("tax_lines");
        item.putArray("properties");
        return item;
    }

    private void allocations(ArrayNode allocations, OrderLine line) {
        for (int index = 0; index < order.discounts().size(); index++) {
            long share = DiscountShares.share(order, order.discounts().get(index), line);
            if (share > 0) {
                ObjectNode allocation = allocations.addObject();
                allocation.put("amount", new Money(share).amount());
                allocation.set("amount_set", bag(share));
                allocation.put("discount_application_index", index);
            }
        }
    }

    private static ObjectNode shipping(Charge charge) {
        ObjectNode line = JSON.createObjectNode();
        line.put("id", charge.number());
        line.put("title", charge.title());
        line.set("price_set", bag(charge.amountMicros()));
        line.set("discounted_price_set", bag(charge.amountMicros()));
        return line;
    }

    private ObjectNode discount(Charge charge) {
        ObjectNode discount = JSON.createObjectNode();
        discount.put("target_type", "line_item");
        discount.put("type", "manual");
        boolean isPercentage = DiscountShares.isPercentage(order, charge);
        discount.put(
                "value",
                isPercentage
                        ? DiscountShares.percentage(order, charge).toPlainString()
                        : new Money(charge.amountMicros()).amount());
        discount.put("value_type", isPercentage ? "percentage" : "fixed_amount");
        discount.put("allocation_method", "across");
        discount.put("target_selection", "all");
        discount.put("title", charge.title());
        return discount;
    }

    private ObjectNode refund(Refund refund) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", refund.id());
        node.put("order_id", order.id());
        node.put("created_at", local(refund.at()));
        node.put("processed_at", local(refund.at()));
        node.putNull("note");
        ArrayNode parts = node.putArray("refund_line_items");
        refund.parts().forEach(part -> parts.add(part(part)));
        ArrayNode adjustments = node.putArray("order_adjustments");
        refund.discounts().forEach(charge -> adjustments.add(adjustment(refund, charge)));
        ArrayNode shipping = node.putArray("refund_shipping_lines");
        refund.shipping().forEach(charge -> shipping.add(refundShipping(charge)));
        return node;
    }

    private ObjectNode part(RefundPart part) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", part.id());
        node.put("line_item_id", part.line().number());
        node.put("quantity", part.units());
        node.put("restock_type", "return");
        node.set("subtotal_set", bag(part.amountMicros()));
        node.set("total_tax_set", bag(0));
        node.set("line_item", line(part.line()));
        return node;
    }

    private ObjectNode adjustment(Refund refund, Charge charge) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", charge.number());
        node.put("order_id", order.id());
        node.put("refund_id", refund.id());
        node.put("kind", "refund_discrepancy");
        node.put("reason", "Customer");
        node.set("amount_set", bag(charge.amountMicros()));
        node.set("tax_amount_set", bag(0));
        return node;
    }

    private static ObjectNode refundShipping(Charge charge) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", charge.number());
        node.set("subtotal_amount_set", bag(charge.amountMicros()));
        return node;
    }

    private static ObjectNode bag(long micros) {
        ObjectNode bag = JSON.createObjectNode();
        for (String side : new String[] {"shop_money", "presentment_money"}) {
            bag.putObject(side).put("amount", new Money(micros).amount()).put("currency_code", Money.CURRENCY);
        }
        return bag;
    }

    private static String local(long second) {
        return LOCAL.format(Instant.ofEpochSecond(second));
    }
}
