package com.sentia.normalizer;

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
                        new ShopifyProductMapper(currency)));
    }
}
