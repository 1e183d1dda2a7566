package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stock levels against the project's simulator. */
class ShopifyLevelsTest {
    private static final String UK = "United Kingdom";
    private static final LocalDateTime OPENING = RetailFileText.OPENING;
    private static final int ARTICLES = 90;
    private static final double STILL = 0.001;

    @TempDir
    private Path home;

    @Test
    void readsTheLevelsOfAllLocationsWithEverythingTheyNeed() throws IOException {
        try (RetailShops shops = RetailShops.start(home, file(), 1, "PLUS", STILL);
                RunningTask task = start(shops, Map.of())) {
            task.pollUntil(ShopifyLevelsTest::hasProgress);

            Map<String, JsonNode> levels = latest(task.values(RawRecord.class));
            assertThat(levels.keySet()).filteredOn(id -> id.endsWith("-6101")).hasSize(ARTICLES);
            assertThat(levels.keySet()).anyMatch(id -> id.endsWith("-6102")).anyMatch(id -> id.endsWith("-6103"));
            assertThat(levels).allSatisfy((id, level) -> {
                assertThat(level.path("isActive").asBoolean()).isEqualTo(!id.endsWith("-6103"));
                assertThat(level.path("quantities")).hasSize(5);
                assertThat(level.at("/item/sku").asText()).isNotEmpty();
                assertThat(level.at("/item/unitCost/currencyCode").asText()).isEqualTo("GBP");
                assertThat(id.split("-", -1)[0])
                        .isEqualTo(Gid.number(level.at("/item/id").asText()));
            });
            assertThat(task.values(SourceProgress.class))
                    .isNotEmpty()
                    .allSatisfy(progress -> assertThat(progress.getEntity()).isEqualTo("inventory-level"));
        }
    }

    @Test
    void goesOnInMidPassWithoutLossWhenStoppedAgainAndAgain() throws IOException {
        Map<String, JsonNode> whole;
        try (RetailShops shops = RetailShops.start(home, file(), 1, "PLUS", STILL)) {
            try (RunningTask task = start(shops, Map.of())) {
                task.pollUntil(ShopifyLevelsTest::hasProgress);
                whole = latest(task.values(RawRecord.class));
            }
            Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();
            List<RawRecord> read = new ArrayList<>();
            Map<String, String> small = Map.of("page.levels", "7");
            for (int stop = 0; stop < 8; stop++) {
                try (RunningTask task = RunningTask.start(config(shops, small), offsets)) {
                    int enough = 8 + stop;
                    task.pollUntil(seen -> seen.values(RawRecord.class).size() >= enough);
                    read.addAll(task.values(RawRecord.class));
                }
            }
            assertThat(offsets.values()).anySatisfy(offset -> assertThat(offset).containsKey("pass_started_at"));
            try (RunningTask task = RunningTask.start(config(shops, small), offsets)) {
                task.pollUntil(ShopifyLevelsTest::hasProgress);
                read.addAll(task.values(RawRecord.class));
            }

            assertThat(latest(read)).isEqualTo(whole);
            assertThat(read.stream().map(RawRecord::getId)).doesNotHaveDuplicates();
        }
    }

    @Test
    void dividesAWindowThatHoldsMoreThanCanBePagedThrough() throws IOException {
        try (RetailShops shops = RetailShops.start(home, file(), 1, "PLUS", STILL)) {
            Map<String, JsonNode> whole;
            try (RunningTask task = start(shops, Map.of())) {
                task.pollUntil(ShopifyLevelsTest::hasProgress);
                whole = latest(task.values(RawRecord.class));
            }
            try (RunningTask task = start(shops, Map.of("page.levels", "4", "window.orders", "20"))) {
                task.pollUntil(ShopifyLevelsTest::hasProgress);

                assertThat(latest(task.values(RawRecord.class))).isEqualTo(whole);
                assertThat(task.values(RawRecord.class).stream().map(RawRecord::getId))
                        .doesNotHaveDuplicates();
                assertThat(task.offsets().values())
                        .singleElement()
                        .satisfies(offset -> assertThat(offset).containsKeys("since", "full_at", "complete_to"));
            }
        }
    }

    @Test
    void readsALevelAgainWhenGoodsAreSold() throws IOException {
        RetailFileText file = new RetailFileText().order(500001, 4, OPENING, UK);
        file.add("500002", "20001", 6, OPENING.plusDays(9), "1.25", UK);
        try (RetailShops shops = RetailShops.start(home, file.text(), 0.8, "PLUS", STILL);
                RunningTask task = start(shops, Map.of())) {
            task.pollUntil(ShopifyLevelsTest::hasProgress);
            long known = readOf(task, "20001");

            shops.speed(200_000);
            task.pollUntil(seen -> readOf(seen, "20001") > known);
        }
    }

    @Test
    void readsAllLevelsNowAndThenAsCostsChangeWithoutThem() throws IOException {
        try (RetailShops shops = RetailShops.start(home, file(), 1, "ENTERPRISE", 200_000);
                RunningTask task = start(shops, Map.of("inventory.full.interval", "24h"))) {
            task.pollUntil(seen ->
                    seen.values(RawRecord.class).stream().anyMatch(level -> isNewerByItemAlone(payload(level))));

            assertThat(task.values(RawRecord.class))
                    .filteredOn(level -> isNewerByItemAlone(payload(level)))
                    .allSatisfy(level -> assertThat(level.getVersion().getUpdatedAtMicros())
                            .isEqualTo(Instant.parse(payload(level)
                                                    .at("/item/updatedAt")
                                                    .asText())
                                            .getEpochSecond()
                                    * 1_000_000));
        }
    }

    private static boolean isNewerByItemAlone(JsonNode level) {
        String item = level.at("/item/updatedAt").asText();
        return item.compareTo(level.path("updatedAt").asText()) > 0;
    }

    private static long readOf(RunningTask task, String sku) {
        return task.values(RawRecord.class).stream()
                .filter(level -> payload(level).at("/item/sku").asText().equals(sku))
                .count();
    }

    /** Two days with an order every minute or so, each of other articles and of some sold before. */
    private static String file() {
        RetailFileText file = new RetailFileText();
        for (int i = 0; i < ARTICLES; i++) {
            LocalDateTime at = OPENING.plusMinutes(i * 31L);
            file.add(Integer.toString(500_001 + i), Integer.toString(20_000 + i), 3, at, "1.25", UK);
            file.add(Integer.toString(500_001 + i), Integer.toString(20_000 + i / 2), 2, at, "1.25", UK);
        }
        return file.text();
    }

    private static RunningTask start(RetailShops shops, Map<String, String> more) {
        return RunningTask.start(config(shops, more));
    }

    private static Map<String, String> config(RetailShops shops, Map<String, String> more) {
        Map<String, String> config = RunningTask.config(shops.baseUrl(), RetailShops.UK);
        config.put("streams", "inventory-levels");
        config.put("inventory.poll.interval", "20ms");
        config.putAll(more);
        return config;
    }

    private static boolean hasProgress(RunningTask task) {
        return !task.values(SourceProgress.class).isEmpty();
    }

    private static Map<String, JsonNode> latest(List<RawRecord> records) {
        Comparator<Version> byVersion = Comparator.comparingLong(Version::getUpdatedAtMicros)
                .thenComparingInt(Version::getFeedRank)
                .thenComparingLong(Version::getFetchedAtMicros);
        Map<String, RawRecord> latest = new TreeMap<>();
        records.forEach(record -> latest.merge(
                record.getId(),
                record,
                (one, other) -> byVersion.compare(one.getVersion(), other.getVersion()) > 0 ? one : other));
        Map<String, JsonNode> payloads = new TreeMap<>();
        latest.forEach((id, record) -> payloads.put(id, payload(record)));
        return payloads;
    }

    private static JsonNode payload(RawRecord record) {
        try {
            return new ObjectMapper()
                    .readTree(StandardCharsets.UTF_8
                            .decode(record.getPayload().duplicate())
                            .toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
