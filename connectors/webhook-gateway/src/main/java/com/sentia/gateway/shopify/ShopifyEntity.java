package com.sentia.gateway.shopify;

import com.sentia.gateway.allowed.AllowList;
import com.sentia.gateway.allowed.Copied;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Shopify's webhooks speak of: the allow-list of each, its id, and the raw topic it goes to. */
enum ShopifyEntity {
    ORDER("Order"),
    PRODUCT("Product"),
    CUSTOMER("Customer"),
    INVENTORY_LEVEL("InventoryLevel"),
    INVENTORY_ITEM("InventoryItem"),
    LOCATION("Location");

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,18}");
    private static final String GID = "gid://shopify/";

    private final String type;

    @SuppressWarnings("ImmutableEnumChecker") // It is: an allow-list is read once and never written.
    private final AllowList allowed;

    /**
     * An entity of a type.
     *
     * @param type Shopify's name of it in global ids
     */
    ShopifyEntity(String type) {
        this.type = type;
        this.allowed = AllowList.beside(ShopifyEntity.class, name().toLowerCase(Locale.ROOT) + ".allowed.json");
    }

    /** Kind of record in Shopify's terms, singular, as in raw records. */
    String entity() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The topic it goes to, once the catalogue has one for it. */
    Optional<Topic> topic() {
        return Topics.named("raw.shopify." + entity());
    }

    AllowList allowed() {
        return allowed;
    }

    /** Whether its id is a person's, and must not be seen. */
    boolean isPerson() {
        return this == CUSTOMER;
    }

    /**
     * Shopify's id, as digits: ids go beyond what a double can hold. A level has none of its own that says which it is in every
     * webhook, so it is item and location, with a dash; a full read knows both too.
     */
    Optional<String> id(Copied body) {
        if (this != INVENTORY_LEVEL) {
            return number(body, "id");
        }
        return number(body, "inventory_item_id")
                .flatMap(item -> number(body, "location_id").map(location -> item + "-" + location));
    }

    /** Whether the body says that it is of another entity. The topic is a header, and headers are not signed. */
    boolean isContradicted(Copied body) {
        return body.scalar("admin_graphql_api_id")
                .filter(gid -> gid.startsWith(GID) && !gid.startsWith(GID + type + "/"))
                .isPresent();
    }

    private static Optional<String> number(Copied body, String name) {
        return body.scalar(name).filter(text -> NUMBER.matcher(text).matches());
    }
}
