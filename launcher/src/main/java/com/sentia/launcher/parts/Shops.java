package com.sentia.launcher.parts;

import com.sentia.launcher.deployments.CatalogueReader;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The three shops of the demo. */
public final class Shops {
    /** What all of them sell in. */
    public static final String CURRENCY = "GBP";

    /** The name of the connector that reads them, as its file has it. */
    public static final String CONNECTOR = "shopify";

    public static final String BUSINESS_ZONE = "Europe/London";

    private static final Map<String, String> REGION_OF = new TreeMap<>(Map.of(
            "sentia-uk.myshopify.com", "UK",
            "sentia-eu.myshopify.com", "EU",
            "sentia-usa.myshopify.com", "USA"));

    private Shops() {}

    /** How catalogues are read for them. */
    public static CatalogueReader catalogues() {
        return new CatalogueReader(ZoneId.of(BUSINESS_ZONE), CURRENCY);
    }

    public static List<String> domains() {
        return List.copyOf(REGION_OF.keySet());
    }

    /** {@code domain=region}, joined by commas. */
    static String regions() {
        return REGION_OF.entrySet().stream()
                .map(shop -> shop.getKey() + "=" + shop.getValue())
                .collect(Collectors.joining(","));
    }

    /** Their feeds whose facts are counted, each {@code vendor/unit/entity}. */
    static List<String> feeds() {
        return domains().stream().map(shop -> "shopify/" + shop + "/order").toList();
    }
}
