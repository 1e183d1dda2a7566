package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.RawRecord;
import com.sentia.schemas.SourceProgress;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Windows that hold more than Shopify pages one query far. */
class ShopifyWindowsTest {
    private static final int MORE_THAN_A_QUERY = 25_001;

    @Test
    void readsMoreOrdersThanOneQueryPagesThrough() throws IOException {
        try (PagedShop shop = new PagedShop(MORE_THAN_A_QUERY)) {
            Map<String, String> config = RunningTask.config(shop.baseUrl(), PagedShop.DOMAIN);
            config.putAll(Map.of("page.orders", "50", "page.lines", "1", "poll.orders", "5000"));
            try (RunningTask task = RunningTask.start(config)) {
                task.pollUntil(seen -> !seen.values(SourceProgress.class).isEmpty());

                assertThat(task.values(RawRecord.class).stream().map(RawRecord::getId))
                        .hasSize(MORE_THAN_A_QUERY)
                        .doesNotHaveDuplicates();
            }
        }
    }
}
