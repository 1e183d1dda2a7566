package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.SourceUnit;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;

/** What is read from a shop, and where it goes. */
enum ShopifyStream {
    ORDERS("order");

    /** The vendor's name in every record. */
    static final String VENDOR = "shopify";

    private final String entity;

    ShopifyStream(String entity) {
        this.entity = entity;
    }

    /** Where its records go unless a setting says otherwise. */
    Topic topic() {
        return switch (this) {
            case ORDERS -> Topics.RAW_SHOPIFY_ORDER;
        };
    }

    /** The feed of this stream in one shop. */
    SourceUnit unit(String shop) {
        return new SourceUnit(VENDOR, shop, entity);
    }
}
