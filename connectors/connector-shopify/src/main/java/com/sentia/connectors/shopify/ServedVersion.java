package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.HttpAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which API version a shop answers with. It is a later one than was asked for when that is no longer served. */
final class ServedVersion {
    private static final Logger LOG = LoggerFactory.getLogger(ServedVersion.class);
    private static final String HEADER = "X-Shopify-API-Version";

    private final Shop shop;
    private volatile String current;

    ServedVersion(Shop shop) {
        this.shop = shop;
        this.current = shop.apiVersion();
    }

    /** By the last answer that told it; the one asked for before. */
    String current() {
        return current;
    }

    void hear(HttpAnswer answer) {
        String served = answer.headers().firstValue(HEADER).orElse(current);
        if (!served.equals(current)) {
            LOG.warn("event=api-version-differs shop={} asked={} served={}", shop.domain(), shop.apiVersion(), served);
            current = served;
        }
    }
}
