package com.sentia.normalizer;

import com.sentia.normalizer.facts.LevelSuccession;
import com.sentia.normalizer.mapping.DeclaredMapper;
import com.sentia.normalizer.mapping.FxRateMapper;
import com.sentia.normalizer.mapping.MachineReadingMapper;
import com.sentia.normalizer.mapping.PayloadMapper;
import com.sentia.normalizer.mapping.ProductionRunMapper;
import com.sentia.normalizer.mapping.QualityInspectionMapper;
import com.sentia.normalizer.mapping.ShopifyLevelMapper;
import com.sentia.normalizer.mapping.ShopifyOrderMapper;
import com.sentia.normalizer.mapping.ShopifyProductMapper;
import com.sentia.normalizer.topology.Feed;
import com.sentia.schemas.topics.FactTopics;
import com.sentia.schemas.topics.Topic;
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
                feed("shopify-order", Topics.RAW_SHOPIFY_ORDER, new ShopifyOrderMapper(regions)),
                feed("shopify-product", Topics.RAW_SHOPIFY_PRODUCT, new ShopifyProductMapper(currency)),
                new Feed(
                        "shopify-inventory-level",
                        Topics.RAW_SHOPIFY_INVENTORY_LEVEL,
                        FactTopics.madeFrom(Topics.RAW_SHOPIFY_INVENTORY_LEVEL),
                        new ShopifyLevelMapper(),
                        new LevelSuccession()),
                feed("sentia-production-run", Topics.RAW_SENTIA_PRODUCTION_RUN, new ProductionRunMapper()),
                feed("sentia-machine-reading", Topics.RAW_SENTIA_MACHINE_READING, new MachineReadingMapper()),
                feed("sentia-quality-inspection", Topics.RAW_SENTIA_QUALITY_INSPECTION, new QualityInspectionMapper()),
                feed("sentia-fx-rate", Topics.RAW_SENTIA_FX_RATE, new FxRateMapper()));
    }

    private static Feed feed(String name, Topic raw, PayloadMapper mapper) {
        return new Feed(name, raw, FactTopics.madeFrom(raw), mapper);
    }
}
