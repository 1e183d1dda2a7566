package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is read from a shop, how it is asked for, and where it goes. */
enum ShopifyStream {
    ORDERS("Order", 22, 3),
    PRODUCTS("Product", 4, 3),
    CUSTOMERS("Customer", 2, 0),
    LOCATIONS("Location", 2, 0),
    INVENTORY_LEVELS("InventoryLevel", 9, 0);

    /** The vendor's name in every record. */
    static final String VENDOR = "shopify";

    /** Points for what a page has besides its records. */
    static final int PAGE_COST = 4;

    private final String type;
    private final int recordCost;
    private final int itemCost;

    /**
     * @param type Shopify's word for one of them
     * @param recordCost points for one without its items
     * @param itemCost points for each of the items asked for with it: an order's lines, a product's variants
     */
    ShopifyStream(String type, int recordCost, int itemCost) {
        this.type = type;
        this.recordCost = recordCost;
        this.itemCost = itemCost;
    }

    /** The stream a setting calls so. */
    static Optional<ShopifyStream> named(String name) {
        return Arrays.stream(values())
                .filter(stream -> stream.plural().equals(name))
                .findFirst();
    }

    /** What settings call the streams, as a list to read. */
    static String names() {
        return Arrays.stream(values()).map(ShopifyStream::plural).collect(Collectors.joining(", "));
    }

    /** The stream of a shop that has this unit, if any. */
    static Optional<ShopifyStream> of(SourceUnit unit) {
        return Arrays.stream(values())
                .filter(stream -> stream.unit(unit.unit()).equals(unit))
                .findFirst();
    }

    /** Whether some stream of a shop has this unit. */
    static boolean hasUnit(SourceUnit unit) {
        return of(unit).isPresent();
    }

    /** Shopify's word for one of them, as in global ids. */
    String type() {
        return type;
    }

    /** The field of the query root that gives one by its id. */
    String field() {
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    }

    /** Kind of record in Shopify's terms, singular, as in raw records. */
    String entity() {
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** What settings call the stream; of one that is listed by update time, also the field of the query root that does. */
    String plural() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where its records go unless a setting says otherwise. */
    Topic topic() {
        return switch (this) {
            case ORDERS -> Topics.RAW_SHOPIFY_ORDER;
            case PRODUCTS -> Topics.RAW_SHOPIFY_PRODUCT;
            case CUSTOMERS -> Topics.RAW_SHOPIFY_CUSTOMER;
            case LOCATIONS -> Topics.RAW_SHOPIFY_LOCATION;
            case INVENTORY_LEVELS -> Topics.RAW_SHOPIFY_INVENTORY_LEVEL;
        };
    }

    /** The feed of this stream in one shop. */
    SourceUnit unit(String shop) {
        return new SourceUnit(VENDOR, shop, entity());
    }

    /** Shopify's global id of one of them. */
    String gid(String number) {
        return "gid://shopify/" + type + "/" + number;
    }

    /** What a token must be allowed for Shopify to show the stream. */
    List<String> scopes() {
        return this == INVENTORY_LEVELS ? List.of("read_inventory", "read_locations") : List.of("read_" + plural());
    }

    /** A draft begun from a record as the page query gives it; the node becomes the draft's own. */
    Draft draft(ObjectNode node, Redaction redaction) {
        return switch (this) {
            case ORDERS -> Draft.of(redaction.ofCustomer(node), parts());
            case PRODUCTS, LOCATIONS -> Draft.of(node, parts());
            case CUSTOMERS -> redaction.draftOfCustomer(node);
            case INVENTORY_LEVELS -> LevelDrafts.of(node);
        };
    }

    /** What one of them is called in logs, errors and dead letters: its global id, unless that is a person's. */
    String nameOf(String gid, Redaction redaction) {
        return this == CUSTOMERS ? redaction.customerKey(gid) : gid;
    }

    /** What of a record comes in pages of its own. */
    List<Part> parts() {
        return switch (this) {
            case ORDERS -> List.of(Part.LINES, Part.SHIPPING_LINES, Part.DISCOUNTS, Part.REFUNDS, Part.TRANSACTIONS);
            case PRODUCTS -> List.of(Part.VARIANTS);
            case CUSTOMERS, LOCATIONS, INVENTORY_LEVELS -> List.of();
        };
    }

    /** Points for a page, by Shopify's rule: an object 1, a scalar 0, a connection as many objects as are asked for. */
    int cost(PageSize size) {
        return PAGE_COST + size.records() * costOfOne(size.items());
    }

    /** Points for one record with its first items, by the same rule. */
    int costOfOne(int items) {
        return recordCost + itemCost * items;
    }
}
