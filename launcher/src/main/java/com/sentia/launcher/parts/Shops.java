package com.sentia.launcher.parts;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The three shops of the demo. */
public final class Shops {
    /** The name of the connector that reads them, as its file has it. */
    public static final String CONNECTOR = "shopify";

    static final SortedMap<String, String> REGION_OF = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
            "sentia-uk.myshopify.com", "UK",
            "sentia-eu.myshopify.com", "EU",
            "sentia-usa.myshopify.com", "USA")));

    private Shops() {}

    public static List<String> domains() {
        return List.copyOf(REGION_OF.keySet());
    }

    /** {@code domain=region}, joined by commas. */
    static String regions(Map<String, String> regionOfShop) {
        return regionOfShop.entrySet().stream()
                .map(shop -> shop.getKey() + "=" + shop.getValue())
                .collect(Collectors.joining(","));
    }

    /** Those feeds of shops whose facts are counted, each {@code vendor/unit/entity}. */
    static List<String> feeds(List<String> shops) {
        return shops.stream().map(shop -> "shopify/" + shop + "/order").toList();
    }
}
