package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.RawRecord;
import com.sentia.schemas.SourceProgress;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Windows that hold more than Shopify pages one query far. */
class ShopifyWindowsTest {
    private static final int MORE_THAN_A_QUERY = 25_001;
    private static final int ORDERS = 300;

    @Test
    void readsMoreOrdersThanOneQueryPagesThrough() throws IOException {
        try (PagedShop shop = new PagedShop(MORE_THAN_A_QUERY)) {
            Map<String, String> config = RunningTask.config(shop.baseUrl(), PagedShop.DOMAIN);
            config.putAll(Map.of("page.orders", "38", "page.lines", "1", "poll.orders", "5000"));
            try (RunningTask task = RunningTask.start(config)) {
                task.pollUntil(seen -> !seen.values(SourceProgress.class).isEmpty());

                assertThat(task.values(RawRecord.class).stream().map(RawRecord::getId))
                        .hasSize(MORE_THAN_A_QUERY)
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void missesNoOrderAtTheEndOfAWindowThatIsFollowedByAnother() throws IOException {
        try (PagedShop shop = new PagedShop(ORDERS)) {
            shop.hideOnce(ORDERS / 10);
            try (RunningTask task = RunningTask.start(smallWindows(shop))) {
                task.pollUntil(seen -> !seen.values(SourceProgress.class).isEmpty());

                assertThat(ids(task)).hasSize(ORDERS);
            }
        }
    }

    @Test
    void countsTheWholeWindowWhosePositionIsRefusedAfterARestart() throws IOException {
        try (PagedShop shop = new PagedShop(ORDERS)) {
            shop.hideOnce(5);
            Map<String, String> config = smallWindows(shop);
            config.put("window.orders", "20000");
            RunningTask first = RunningTask.start(config);
            first.pollUntil(seen -> ids(seen).size() > ORDERS / 2);
            first.close();
            assertThat(first.values(SourceProgress.class)).isEmpty();

            shop.refusePositionOnce();
            try (RunningTask second = RunningTask.start(config, first.offsets())) {
                second.pollUntil(seen -> !seen.values(SourceProgress.class).isEmpty());

                Set<String> all = ids(first);
                all.addAll(ids(second));
                assertThat(all).hasSize(ORDERS);
            }
        }
    }

    private static Map<String, String> smallWindows(PagedShop shop) {
        Map<String, String> config = RunningTask.config(shop.baseUrl(), PagedShop.DOMAIN);
        config.putAll(Map.of("page.orders", "10", "page.lines", "1", "poll.orders", "20", "window.orders", "50"));
        return config;
    }

    private static Set<String> ids(RunningTask task) {
        return task.values(RawRecord.class).stream()
                .map(RawRecord::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
