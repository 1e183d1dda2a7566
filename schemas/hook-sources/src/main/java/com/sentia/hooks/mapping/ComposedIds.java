package com.sentia.hooks.mapping;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Contracts whose id is made of other fields, as their keys say. */
final class ComposedIds {
    private static final Map<String, List<String>> PARTS = Map.of(
            "InventoryLevel", List.of("warehouse", "sku", "measuredAt"),
            "FxRate", List.of("baseCurrency", "quoteCurrency", "day"));

    private ComposedIds() {}

    static boolean has(Schema schema) {
        return PARTS.containsKey(schema.getName());
    }

    static String of(SpecificRecord record) {
        Schema schema = record.getSchema();
        return PARTS.getOrDefault(schema.getName(), List.of()).stream()
                .map(name -> record.get(schema.getField(name).pos()))
                .map(ComposedIds::text)
                .collect(Collectors.joining("/"));
    }

    private static String text(Object value) {
        return value instanceof Instant instant
                ? Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, instant))
                : value.toString();
    }
}
