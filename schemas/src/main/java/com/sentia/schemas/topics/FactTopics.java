package com.sentia.schemas.topics;

import java.util.List;
import java.util.Map;

/** Which canonical topics are made from which raw one: its facts go there, and so does the progress that speaks of them. */
public final class FactTopics {
    private static final Map<String, List<Topic>> MADE_FROM = Map.of(
            Topics.RAW_SHOPIFY_ORDER.name(), List.of(Topics.SALES_ORDER, Topics.SALES_REFUND),
            Topics.RAW_SHOPIFY_PRODUCT.name(), List.of(Topics.CATALOG_PRODUCT),
            Topics.RAW_SHOPIFY_INVENTORY_LEVEL.name(), List.of(Topics.INVENTORY_LEVEL),
            Topics.RAW_SENTIA_PRODUCTION_RUN.name(), List.of(Topics.PRODUCTION_RUN),
            Topics.RAW_SENTIA_MACHINE_READING.name(), List.of(Topics.MACHINE_READING),
            Topics.RAW_SENTIA_QUALITY_INSPECTION.name(), List.of(Topics.QUALITY_INSPECTION),
            Topics.RAW_SENTIA_FX_RATE.name(), List.of(Topics.FX_RATE));

    private FactTopics() {}

    /** The topics made from a raw one; none from one that stays raw. */
    public static List<Topic> madeFrom(Topic raw) {
        return MADE_FROM.getOrDefault(raw.name(), List.of());
    }

    /** The topics a source's entity comes to; none when it stays raw or is unknown. */
    public static List<Topic> madeFrom(String vendor, String entity) {
        return MADE_FROM.getOrDefault("raw." + vendor + "." + entity, List.of());
    }
}
