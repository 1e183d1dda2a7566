package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is read from a shop, how it is asked for, and where it goes. */
enum ShopifyStream {
    ORDERS("order", 16, 3),
    PRODUCTS("product", 4, 3);

    /** The vendor's name in every record. */
    static final String VENDOR = "shopify";

    /** Points for what a page has besides its records. */
    static final int PAGE_COST = 4;

    private final String entity;
    private final int recordCost;
    private final int itemCost;

    /**
     * @param entity Shopify's word for one of them, as a field of the query root
     * @param recordCost points for one without its items
     * @param itemCost points for each of the items asked for with it: an order's lines, a product's variants
     */
    ShopifyStream(String entity, int recordCost, int itemCost) {
        this.entity = entity;
        this.recordCost = recordCost;
        this.itemCost = itemCost;
    }

    /** The stream a setting calls so. */
    static Optional<ShopifyStream> named(String name) {
        return Arrays.stream(values())
                .filter(stream -> stream.plural().equals(name))
                .findFirst();
    }

    /** Whether some stream of a shop has this unit. */
    static boolean hasUnit(SourceUnit unit) {
        return Arrays.stream(values())
                .anyMatch(stream -> stream.unit(unit.unit()).equals(unit));
    }

    /** Kind of record in Shopify's terms, singular. */
    String entity() {
        return entity;
    }

    /** The field of the query root that lists them; also what settings call the stream. */
    String plural() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its records go unless a setting says otherwise. */
    Topic topic() {
        return switch (this) {
            case ORDERS -> Topics.RAW_SHOPIFY_ORDER;
            case PRODUCTS -> Topics.RAW_SHOPIFY_PRODUCT;
        };
    }

    /** The feed of this stream in one shop. */
    SourceUnit unit(String shop) {
        return new SourceUnit(VENDOR, shop, entity);
    }

    /** Shopify's global id of one of them. */
    String gid(String number) {
        return "gid://shopify/" + entity.substring(0, 1).toUpperCase(Locale.ROOT) + entity.substring(1) + "/" + number;
    }

    /** What a token must be allowed for Shopify to show the stream. */
    String scope() {
        return "read_" + plural();
    }

    /** A draft begun from a record as the page query gives it; the node becomes the draft's own. */
    Draft draft(ObjectNode node, Redaction redaction) {
        return switch (this) {
            case ORDERS -> Draft.of(redaction.ofCustomer(node), parts());
            case PRODUCTS -> Draft.of(node, parts());
        };
    }

    /** What of a record comes in pages of its own. */
    List<Part> parts() {
        return switch (this) {
            case ORDERS -> List.of(Part.LINES, Part.SHIPPING_LINES, Part.DISCOUNTS, Part.REFUNDS);
            case PRODUCTS -> List.of(Part.VARIANTS);
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
