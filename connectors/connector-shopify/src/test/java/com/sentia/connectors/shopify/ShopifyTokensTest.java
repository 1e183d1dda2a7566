package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.connectors.kit.tokens.MemoryTokenStore;
import com.sentia.connectors.kit.tokens.TokenStore;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.SourceProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The task with tokens that end, against the project's simulator. */
class ShopifyTokensTest {
    private static final double STILL = 0.001;
    private static final int ORDERS = 60;

    @TempDir
    private Path home;

    private final Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();
    private final TokenStore store = new MemoryTokenStore();

    @Test
    void readsWithTheAppsOwnCredentialsThoughTheTokenEndsAgainAndAgain() throws IOException {
        try (RetailShops shops = start("1s");
                RunningTask task = start(shops, Map.of())) {
            task.pollUntil(seen -> issued(shops) >= 3 && hasProgress(seen));

            assertThat(task.values(RawRecord.class)).hasSize(ORDERS);
        }
    }

    @Test
    void readsWithARefreshTokenThatRotates() throws IOException {
        try (RetailShops shops = start("1s");
                RunningTask task = start(shops, refresh("first-refresh"))) {
            task.pollUntil(seen -> issued(shops) >= 3 && hasProgress(seen));

            assertThat(task.values(RawRecord.class)).hasSize(ORDERS);
            assertThat(shops.tokens(RetailShops.UK).path("refused").asInt()).isZero();
        }
    }

    @Test
    void asksAgainWhenTheTokenWasRotatedAndTheAnswerLost() throws IOException {
        try (RetailShops shops = start("1h")) {
            shops.fault(RetailShops.UK, "token-lost-answer", 1);
            shops.fault(RetailShops.UK, "token-cut-off", 1);
            shops.fault(RetailShops.UK, "token-error500", 1);
            shops.fault(RetailShops.UK, "token-too-many-requests", 1);
            try (RunningTask task = start(shops, refresh("first-refresh"))) {
                task.pollUntil(ShopifyTokensTest::hasProgress);

                assertThat(task.values(RawRecord.class)).hasSize(ORDERS);
                assertThat(shops.tokens(RetailShops.UK).path("refused").asInt()).isZero();
            }
        }
    }

    @Test
    void goesOnWithWhatWasStoredWhenTheTaskEndedBeforeUsingIt() throws IOException {
        try (RetailShops shops = start("1h")) {
            shops.fault(RetailShops.UK, "error500", 3);
            try (RunningTask task = start(shops, refresh("first-refresh"))) {
                task.pollUntil(seen -> issued(shops) == 1);
            }
            try (RunningTask task = start(shops, refresh("first-refresh"))) {
                task.pollUntil(ShopifyTokensTest::hasProgress);

                assertThat(issued(shops)).isEqualTo(1);
                assertThat(task.values(RawRecord.class)).hasSize(ORDERS);
            }
        }
    }

    @Test
    void renewsATokenThatIsRefusedBeforeItsTime() throws IOException {
        try (RetailShops shops = start("5s");
                RunningTask task = start(shops, refresh("first-refresh"))) {
            task.pollUntil(ShopifyTokensTest::hasProgress);
            int before = issued(shops);
            // Not at once: a brand new token that is refused is not renewed.
            task.pollUntil(seen -> {
                shops.fault(RetailShops.UK, "unauthorized", 1);
                return issued(shops) > before;
            });

            assertThat(task.values(RawRecord.class)).hasSize(ORDERS);
        }
    }

    @Test
    void stopsTheShopWhoseRefreshTokenIsRefusedAndBeginsAgainWithAnother() throws IOException {
        try (RetailShops shops = start("1h")) {
            try (RunningTask task = start(shops, refresh("not-the-one"))) {
                task.pollUntil(
                        seen -> shops.tokens(RetailShops.UK).path("refused").asInt() >= 2);
                assertThat(task.records()).isEmpty();
            }
            try (RunningTask task = start(shops, refresh("first-refresh"))) {
                task.pollUntil(ShopifyTokensTest::hasProgress);
                assertThat(task.values(RawRecord.class)).hasSize(ORDERS);
            }
        }
    }

    private RunningTask start(RetailShops shops, Map<String, String> more) {
        Map<String, String> config = RunningTask.config(shops.baseUrl(), RetailShops.UK);
        config.remove("access.token");
        config.putAll(Map.of(
                "client.id", "app",
                "client.secret", "app-secret",
                "request.timeout", "2s",
                "page.orders", "5",
                "poll.orders", "5"));
        config.putAll(more);
        return RunningTask.start(config, offsets, store);
    }

    private static Map<String, String> refresh(String token) {
        return Map.of(
                "refresh.token", token,
                "token.store.bootstrap.servers", "127.0.0.1:1",
                "token.store.key", "0123456789abcdef0123456789abcdef");
    }

    private RetailShops start(String tokenLife) throws IOException {
        RetailFileText file = new RetailFileText();
        for (int i = 0; i < ORDERS; i++) {
            file.order(500001 + i, 2, RetailFileText.OPENING.plusMinutes(i), "United Kingdom");
        }
        return RetailShops.start(
                home,
                file.text(),
                1,
                "PLUS",
                STILL,
                Map.of(
                        "app.client-id", "app",
                        "app.client-secret", "app-secret",
                        "app.refresh-token", "first-refresh",
                        "app.token-life", tokenLife,
                        "app.client-token-life", tokenLife));
    }

    private static int issued(RetailShops shops) {
        return shops.tokens(RetailShops.UK).path("issued").asInt();
    }

    private static boolean hasProgress(RunningTask task) {
        return !task.values(SourceProgress.class).isEmpty();
    }
}
