package com.sentia.simulators.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/**
 * Writes the schema the simulator validates against: Shopify's own, cut down so that it loads in a second.
 *
 * <p>Types the simulator serves keep every field, argument and enum value. A type that only stands at their edge keeps
 * its leaf fields, its paging and what leads back to a served type. So a query over served types passes or fails here as
 * it does at Shopify.
 */
final class SchemaPruner {
    /** Kept whole: what the simulator serves. */
    static final Set<String> SERVED = Set.of(
            "QueryRoot",
            "Order",
            "OrderConnection",
            "OrderEdge",
            "LineItem",
            "LineItemConnection",
            "LineItemEdge",
            "ShippingLine",
            "ShippingLineConnection",
            "ShippingLineEdge",
            "DiscountApplicationConnection",
            "DiscountApplicationEdge",
            "DiscountApplication",
            "ManualDiscountApplication",
            "Refund",
            "RefundLineItem",
            "RefundLineItemConnection",
            "RefundLineItemEdge",
            "OrderAdjustment",
            "OrderAdjustmentConnection",
            "OrderAdjustmentEdge",
            "RefundShippingLine",
            "RefundShippingLineConnection",
            "RefundShippingLineEdge",
            "OrderTransaction",
            "FulfillmentOrder",
            "FulfillmentOrderConnection",
            "FulfillmentOrderEdge",
            "FulfillmentOrderAssignedLocation",
            "FulfillmentOrderLineItem",
            "FulfillmentOrderLineItemConnection",
            "FulfillmentOrderLineItemEdge",
            "Fulfillment",
            "FulfillmentConnection",
            "FulfillmentEdge",
            "FulfillmentLineItem",
            "FulfillmentLineItemConnection",
            "FulfillmentLineItemEdge",
            "Customer",
            "CustomerEmailAddress",
            "CustomerPhoneNumber",
            "MailingAddress",
            "MoneyBag",
            "MoneyV2",
            "PageInfo",
            "Count",
            "Shop",
            "ShopPlan",
            "Product",
            "ProductConnection",
            "ProductEdge",
            "ProductVariant",
            "ProductVariantConnection",
            "ProductVariantEdge",
            "InventoryItem",
            "InventoryItemConnection",
            "InventoryItemEdge",
            "InventoryLevel",
            "InventoryLevelConnection",
            "InventoryLevelEdge",
            "InventoryQuantity",
            "Location",
            "LocationConnection",
            "LocationEdge",
            "LocationAddress",
            "CustomerConnection",
            "CustomerEdge",
            "AppInstallation",
            "AccessScope",
            "Node",
            "LegacyInteroperability",
            "PricingValue",
            "PricingPercentageValue",
            "OrderCancellation",
            "DiscountAllocation",
            "TaxLine",
            "BulkOperation",
            "BulkOperationConnection",
            "BulkOperationEdge",
            "BulkOperationRunQueryPayload",
            "BulkOperationCancelPayload",
            "BulkOperationUserError",
            "UserError",
            "Event",
            "EventConnection",
            "EventEdge",
            "BasicEvent",
            "WebhookSubscription",
            "WebhookSubscriptionConnection",
            "WebhookSubscriptionEdge",
            "WebhookSubscriptionCreatePayload",
            "WebhookSubscriptionDeletePayload");

    private static final String MUTATION = "Mutation";

    /** The mutations that are simulated; the type keeps no others. */
    static final Set<String> MUTATIONS = Set.of(
            "bulkOperationRunQuery", "bulkOperationCancel", "webhookSubscriptionCreate", "webhookSubscriptionDelete");

    /** Interfaces that types go on implementing. */
    static final Set<String> INTERFACES = Set.of("Node", "LegacyInteroperability", "DiscountApplication", "Event");

    private static final Set<String> BUILT_IN = Set.of("String", "Int", "Float", "Boolean", "ID");

    private final Map<String, JsonNode> types = new LinkedHashMap<>();
    private final Map<String, String> printed = new TreeMap<>();
    private final Deque<String> waiting = new ArrayDeque<>();

    private SchemaPruner(JsonNode introspection) {
        introspection.path("data").path("__schema").path("types").forEach(type -> types.put(name(type), type));
    }

    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), prune(wholeSchema()));
    }

    /** Shopify's introspection result as published. */
    static JsonNode wholeSchema() throws IOException {
        try (InputStream packed =
                        Objects.requireNonNull(SchemaPruner.class.getResourceAsStream("admin_2026-10.json.gz"));
                InputStream json = new GZIPInputStream(packed)) {
            return new ObjectMapper().readTree(json);
        }
    }

    static String prune(JsonNode introspection) {
        return new SchemaPruner(introspection).print();
    }

    private String print() {
        waiting.add("QueryRoot");
        waiting.add(MUTATION);
        waiting.addAll(new TreeSet<>(SERVED));
        while (!waiting.isEmpty()) {
            String next = waiting.remove();
            if (!printed.containsKey(next) && !BUILT_IN.contains(next)) {
                printed.put(next, type(Objects.requireNonNull(types.get(next), next)));
            }
        }
        return "# Generated by SchemaPruner from Shopify's Admin GraphQL schema 2026-10 (see LICENSE.dev-mcp); not edited.\n"
                + "schema { query: QueryRoot mutation: Mutation }\n" + String.join("", printed.values());
    }

    private String type(JsonNode type) {
        return switch (type.path("kind").asText()) {
            case "SCALAR" -> "scalar " + name(type) + "\n";
            case "ENUM" ->
                "enum " + name(type) + " {" + joined(type.path("enumValues"), " ", SchemaPruner::name) + "}\n";
            case "INPUT_OBJECT" ->
                "input " + name(type) + " {" + joined(type.path("inputFields"), " ", this::argument) + "}\n";
            case "UNION" ->
                "union " + name(type) + " = " + joined(type.path("possibleTypes"), " | ", this::reference) + "\n";
            case "INTERFACE" -> "interface " + name(type) + implemented(type) + fields(type);
            default -> "type " + name(type) + implemented(type) + fields(type);
        };
    }

    private String implemented(JsonNode type) {
        List<String> kept = Stream.of(texts(type.path("interfaces")))
                .filter(INTERFACES::contains)
                .toList();
        return kept.isEmpty() ? "" : " implements " + String.join(" & ", kept);
    }

    private String fields(JsonNode type) {
        StringBuilder text = new StringBuilder(" {\n");
        boolean hasAny = StreamSupport.stream(type.path("fields").spliterator(), false)
                .anyMatch(field -> keeps(name(type), field));
        for (JsonNode field : type.path("fields")) {
            // A type without fields is no type: one that has nothing but objects keeps them.
            if (!hasAny || keeps(name(type), field)) {
                String arguments = joined(field.path("args"), ", ", this::argument);
                text.append("  ").append(name(field));
                text.append(arguments.isEmpty() ? "" : "(" + arguments + ")");
                text.append(": ").append(reference(field.path("type")));
                text.append(field.path("isDeprecated").asBoolean() ? " @deprecated\n" : "\n");
            }
        }
        return text.append("}\n").toString();
    }

    private boolean keeps(String type, JsonNode field) {
        if (type.equals(MUTATION)) {
            return MUTATIONS.contains(name(field));
        }
        return SERVED.contains(type)
                || type.endsWith("Connection")
                || type.endsWith("Edge")
                || isLeaf(field.path("type"))
                || SERVED.contains(named(field.path("type")));
    }

    private boolean isLeaf(JsonNode reference) {
        String kind =
                Objects.requireNonNull(types.get(named(reference))).path("kind").asText();
        return kind.equals("SCALAR") || kind.equals("ENUM");
    }

    private String argument(JsonNode argument) {
        JsonNode value = argument.path("defaultValue");
        return name(argument) + ": " + reference(argument.path("type"))
                + (value.isTextual() ? " = " + value.asText() : "");
    }

    private String reference(JsonNode type) {
        return switch (type.path("kind").asText()) {
            case "NON_NULL" -> reference(type.path("ofType")) + "!";
            case "LIST" -> "[" + reference(type.path("ofType")) + "]";
            default -> {
                waiting.add(name(type));
                yield name(type);
            }
        };
    }

    private static String named(JsonNode type) {
        return type.path("ofType").isObject() ? named(type.path("ofType")) : name(type);
    }

    private static String name(JsonNode node) {
        return node.path("name").asText();
    }

    private static String[] texts(JsonNode nodes) {
        List<String> names = new ArrayList<>();
        nodes.forEach(node -> names.add(name(node)));
        return names.toArray(String[]::new);
    }

    private static String joined(
            JsonNode nodes, String separator, java.util.function.Function<JsonNode, String> printer) {
        List<JsonNode> list = new ArrayList<>();
        nodes.forEach(list::add);
        return list.stream().map(printer).collect(Collectors.joining(separator));
    }
}
