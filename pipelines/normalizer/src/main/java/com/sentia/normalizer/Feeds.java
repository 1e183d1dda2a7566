package com.sentia.normalizer;

import com.sentia.normalizer.facts.LevelSuccession;
import com.sentia.normalizer.mapping.FxRateMapper;
import com.sentia.normalizer.mapping.MachineReadingMapper;
import com.sentia.normalizer.mapping.ProductionRunMapper;
import com.sentia.normalizer.mapping.QualityInspectionMapper;
import com.sentia.normalizer.mapping.ShopifyLevelMapper;
import com.sentia.normalizer.mapping.ShopifyOrderMapper;
import com.sentia.normalizer.mapping.ShopifyProductMapper;
import com.sentia.normalizer.topology.Feed;
import com.sentia.schemas.topics.Topics;
import java.util.List;
import java.util.Map;

/** Which raw topics are read and what becomes of them. */
final class Feeds {
    private Feeds() {}

    static List<Feed> of(String currency, Map<String, String> regions) {
        return List.of(
                new Feed(
                        "shopify-order",
                        Topics.RAW_SHOPIFY_ORDER,
                        List.of(Topics.SALES_ORDER, Topics.SALES_REFUND),
                        new ShopifyOrderMapper(regions)),
                new Feed(
                        "shopify-product",
                        Topics.RAW_SHOPIFY_PRODUCT,
                        List.of(Topics.CATALOG_PRODUCT),
                        new ShopifyProductMapper(currency)),
                new Feed(
                        "shopify-inventory-level",
                        Topics.RAW_SHOPIFY_INVENTORY_LEVEL,
                        List.of(Topics.INVENTORY_LEVEL),
                        new ShopifyLevelMapper(),
                        new LevelSuccession()),
                new Feed(
                        "sentia-production-run",
                        Topics.RAW_SENTIA_PRODUCTION_RUN,
                        List.of(Topics.PRODUCTION_RUN),
                        new ProductionRunMapper()),
                new Feed(
                        "sentia-machine-reading",
                        Topics.RAW_SENTIA_MACHINE_READING,
                        List.of(Topics.MACHINE_READING),
                        new MachineReadingMapper()),
                new Feed(
                        "sentia-quality-inspection",
                        Topics.RAW_SENTIA_QUALITY_INSPECTION,
                        List.of(Topics.QUALITY_INSPECTION),
                        new QualityInspectionMapper()),
                new Feed("sentia-fx-rate", Topics.RAW_SENTIA_FX_RATE, List.of(Topics.FX_RATE), new FxRateMapper()));
    }
}
