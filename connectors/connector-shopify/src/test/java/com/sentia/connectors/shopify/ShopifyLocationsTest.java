package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.connectors.shopify.ScriptedShop.Answer;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.SourceProgress;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Locations that come and go. */
class ShopifyLocationsTest {
    private final Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();

    @Test
    void handsOnALocationThatIsGoneAsDeletedOnceOverRestarts() throws IOException {
        try (ScriptedShop shop = new ScriptedShop(locations(2, 1, 2))) {
            shop.grant("read_locations");
            try (RunningTask task = start(shop)) {
                task.pollUntil(ShopifyLocationsTest::hasProgress);
            }
            shop.otherwise(locations(1, 1));
            try (RunningTask task = start(shop)) {
                task.pollUntil(seen -> !seen.values(RawRecord.class).isEmpty());
                RawRecord gone = task.values(RawRecord.class).get(0);
                assertThat(gone.getId()).isEqualTo("2");
                assertThat(gone.getOp()).isEqualTo(Op.DELETE);
            }
            try (RunningTask task = start(shop)) {
                task.pollUntil(ShopifyLocationsTest::hasProgress);
                assertThat(task.values(RawRecord.class)).isEmpty();
            }
        }
    }

    @Test
    void takesWhatWasNotListedForNotRead() throws IOException {
        try (ScriptedShop shop = new ScriptedShop(locations(2, 1, 2))) {
            shop.grant("read_locations");
            try (RunningTask task = start(shop)) {
                task.pollUntil(ShopifyLocationsTest::hasProgress);
            }
            for (Answer partial : List.of(locations(2, 1), locations(0))) {
                shop.otherwise(partial);
                try (RunningTask task = start(shop)) {
                    int before = shop.requests().size();
                    task.pollUntil(seen -> shop.requests().size() >= before + 2);
                    assertThat(task.values(RawRecord.class)).isEmpty();
                }
            }
            shop.otherwise(locations(2, 1, 2));
            try (RunningTask task = start(shop)) {
                task.pollUntil(ShopifyLocationsTest::hasProgress);
                assertThat(task.values(RawRecord.class)).isEmpty();
            }
        }
    }

    private RunningTask start(ScriptedShop shop) {
        Map<String, String> config = RunningTask.config(shop.baseUrl(), ScriptedShop.DOMAIN);
        config.put("streams", "locations");
        return RunningTask.start(config, offsets);
    }

    private static Answer locations(int counted, int... ids) {
        List<String> nodes =
                IntStream.of(ids).mapToObj(id -> """
                        {"id":"gid://shopify/Location/%d","name":"Place %d","isActive":true,
                         "createdAt":"2026-01-01T10:00:00Z","updatedAt":"2026-01-01T10:00:00Z",
                         "address":{"countryCode":"GB"}}""".formatted(id, id)).toList();
        return Answer.of(200, """
                {"data":{"locations":{"nodes":[%s],"pageInfo":{"hasNextPage":false,"endCursor":null}},
                 "locationsCount":{"count":%d,"precision":"EXACT"}}}""".formatted(String.join(",", nodes), counted));
    }

    private static boolean hasProgress(RunningTask task) {
        return !task.values(SourceProgress.class).isEmpty();
    }
}
