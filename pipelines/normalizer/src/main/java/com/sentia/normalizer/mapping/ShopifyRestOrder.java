package com.sentia.normalizer.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * Brings an order as webhooks tell it (REST: numeric ids, snake case) into the shape in which it is polled (GraphQL), so that one
 * mapper reads both. What is missing or of the wrong kind stays missing: the mapper refuses it, naming the field as polled.
 */
final class ShopifyRestOrder {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ShopifyRestOrder() {}

    static ObjectNode polledShape(JsonNode rest) {
        ObjectNode order = NODES.objectNode();
        id(order, "Order", rest);
        take(order, "name", rest, "name");
        take(order, "test", rest, "test");
        take(order, "processedAt", rest, "processed_at");
        take(order, "createdAt", rest, "created_at");
        take(order, "updatedAt", rest, "updated_at");
        take(order, "cancelledAt", rest, "cancelled_at");
        take(order, "sourceName", rest, "source_name");
        take(order, "currencyCode", rest, "currency");
        take(order, "customerKey", rest, "customerKey");
        bag(order, "totalTaxSet", rest, "total_tax_set");
        each(order, "lineItems", rest, "line_items", ShopifyRestOrder::line);
        each(order, "shippingLines", rest, "shipping_lines", (charge, from) -> {
            id(charge, "ShippingLine", from);
            bag(charge, "originalPriceSet", from, "price_set");
        });
        each(
                order,
                "discountApplications",
                rest,
                "discount_applications",
                (discount, from) -> discount(discount, from, rest.path("currency")));
        number(order.path("discountApplications"));
        if (asksForAllocations(order)) {
            each(order, "lineAllocations", rest, "line_items", ShopifyRestOrder::allocations);
        }
        each(order, "refunds", rest, "refunds", ShopifyRestOrder::refund);
        return order;
    }

    private static void line(ObjectNode line, JsonNode from) {
        id(line, "LineItem", from);
        take(line, "sku", from, "sku");
        take(line, "title", from, "title");
        take(line, "quantity", from, "quantity");
        bag(line, "originalUnitPriceSet", from, "price_set");
    }

    /** Where the connector asks for them too. */
    private static boolean asksForAllocations(ObjectNode order) {
        for (JsonNode discount : order.path("discountApplications")) {
            boolean isOfGoods = !discount.path("targetType").asText().equals("SHIPPING_LINE");
            boolean tellsNoAmount = discount.path("value").has("percentage")
                    || discount.path("allocationMethod").asText().equals("EACH");
            if (isOfGoods && tellsNoAmount) {
                return true;
            }
        }
        return false;
    }

    private static void allocations(ObjectNode line, JsonNode from) {
        id(line, "LineItem", from);
        each(line, "discountAllocations", from, "discount_allocations", (allocation, part) -> {
            bag(allocation, "allocatedAmountSet", part, "amount_set");
            take(allocation.putObject("discountApplication"), "index", part, "discount_application_index");
        });
    }

    private static void discount(ObjectNode discount, JsonNode from, JsonNode currency) {
        discount.put("targetType", from.path("target_type").asText("").toUpperCase(Locale.ROOT));
        discount.put(
                "allocationMethod", from.path("allocation_method").asText("").toUpperCase(Locale.ROOT));
        ObjectNode value = discount.putObject("value");
        if (from.path("value_type").asText().equals("percentage")) {
            take(value, "percentage", from, "value");
            return;
        }
        take(value, "amount", from, "value");
        value.set("currencyCode", currency);
    }

    /** REST numbers no discounts: allocations speak of them by their place in the list, as GraphQL's index does. */
    private static void number(JsonNode discounts) {
        int index = 0;
        for (JsonNode discount : discounts) {
            ((ObjectNode) discount).put("index", index++);
        }
    }

    private static void refund(ObjectNode refund, JsonNode from) {
        id(refund, "Refund", from);
        take(refund, "createdAt", from, "created_at");
        take(refund, "processedAt", from, "processed_at");
        each(refund, "refundLineItems", from, "refund_line_items", (line, part) -> {
            id(line, "RefundLineItem", part);
            take(line, "quantity", part, "quantity");
            bag(line, "subtotalSet", part, "subtotal_set");
            ObjectNode item = line.putObject("lineItem");
            id(item, "LineItem", part.path("line_item"));
            take(item, "sku", part.path("line_item"), "sku");
        });
        each(refund, "orderAdjustments", from, "order_adjustments", (adjustment, part) -> {
            id(adjustment, "OrderAdjustment", part);
            bag(adjustment, "amountSet", part, "amount_set");
        });
        each(refund, "refundShippingLines", from, "refund_shipping_lines", (charge, part) -> {
            id(charge, "RefundShippingLine", part);
            bag(charge, "subtotalAmountSet", part, "subtotal_amount_set");
        });
    }

    private static void id(ObjectNode to, String type, JsonNode from) {
        JsonNode id = from.path("id");
        if (id.isIntegralNumber()) {
            to.put("id", "gid://shopify/" + type + "/" + id.asText());
        }
    }

    private static void take(ObjectNode to, String field, JsonNode from, String restField) {
        JsonNode value = from.path(restField);
        if (!value.isMissingNode()) {
            to.set(field, value);
        }
    }

    private static void bag(ObjectNode to, String field, JsonNode from, String restField) {
        JsonNode money = from.path(restField).path("shop_money");
        if (money.isObject()) {
            ObjectNode shopMoney = to.putObject(field).putObject("shopMoney");
            take(shopMoney, "amount", money, "amount");
            take(shopMoney, "currencyCode", money, "currency_code");
        }
    }

    private static void each(
            ObjectNode to, String field, JsonNode from, String restField, BiConsumer<ObjectNode, JsonNode> shape) {
        JsonNode elements = from.path(restField);
        if (!elements.isArray()) {
            return;
        }
        ArrayNode shaped = to.putArray(field);
        for (JsonNode element : elements) {
            if (element.isObject()) {
                shape.accept(shaped.addObject(), element);
            } else {
                shaped.add(NullNode.instance);
            }
        }
    }
}
