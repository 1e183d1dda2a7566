package com.sentia.analytics.kpi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A text that facts carry: they are told apart, selected and counted by it. */
public enum Attribute {
    /** The system a fact comes from, such as {@code shopify}. */
    SOURCE,
    REGION,
    CHANNEL,
    SKU,
    CATEGORY,
    /** Of the customer. */
    SEGMENT,
    /** Pseudonymous key. */
    CUSTOMER,
    WAREHOUSE,
    SUPPLIER,
    /** Of production. */
    LINE,
    /** Of production: what is done to a lot. */
    OPERATION,
    DEFECT,
    /** One standstill of a machine. */
    FAILURE,
    CURRENCY,
    /** Which of its fact's sorts a fact is; the fact tells what there is. */
    KIND,
    /** What a fact came to; the fact tells what there is. */
    STATE;

    static final List<String> KEYS = Arrays.stream(values()).map(Attribute::key).toList();

    /** As written in the catalogue, in tables and the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Attribute> of(String key) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.key().equals(key))
                .findFirst();
    }
}
