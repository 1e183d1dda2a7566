package com.sentia.simulators.shopify;

import java.util.List;
import java.util.Map;

/** A query that gets errors for an answer, as Shopify words them. */
final class QueryRefused extends RuntimeException {
    private final transient List<Map<String, Object>> errors;

    QueryRefused(List<Map<String, Object>> errors) {
        super(String.valueOf(errors), null, false, false);
        this.errors = List.copyOf(errors);
    }

    QueryRefused(String message, String code) {
        this(List.of(Map.of("message", message, "extensions", Map.of("code", code))));
    }

    String firstMessage() {
        return String.valueOf(errors.get(0).get("message"));
    }

    List<Map<String, Object>> errors() {
        return errors;
    }
}
