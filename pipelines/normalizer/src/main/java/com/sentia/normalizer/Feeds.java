package com.sentia.normalizer;

import com.sentia.normalizer.mapping.DeclaredMapper;
import com.sentia.normalizer.mapping.FxRateMapper;
import com.sentia.normalizer.mapping.MachineReadingMapper;
import com.sentia.normalizer.mapping.ProductionRunMapper;
import com.sentia.normalizer.mapping.QualityInspectionMapper;
import com.sentia.normalizer.mapping.ShopifyOrderMapper;
import com.sentia.normalizer.mapping.ShopifyProductMapper;
import com.sentia.normalizer.topology.Feed;
import com.sentia.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which raw topics are read and what becomes of them. */
final class Feeds {
    private Feeds() {}

    static List<Feed> of(NormalizerSettings settings) {
        List<Feed> feeds = new ArrayList<>(vendors(settings.currency(), settings.regions()));
        if (!settings.declared().isEmpty()) {
            DeclaredMapper mapper = new DeclaredMapper(settings.declared());
            feeds.add(new Feed("hook-event", Topics.RAW_HOOK_EVENT, mapper.targets(), mapper));
        }
        return feeds;
    }

    private static List<Feed> vendors(String currency, Map<String, String> regions) {
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
