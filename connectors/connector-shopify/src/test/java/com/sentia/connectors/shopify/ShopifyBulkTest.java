package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.Feed;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.RejectedRecord;
import com.sentia.schemas.SourceProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The past of a shop by bulk operations: whatever becomes of them, what ends up as each record's highest version is what the shop holds. */
class ShopifyBulkTest {
    private static final String UK = "United Kingdom";
    private static final LocalDateTime OPENING = RetailFileText.OPENING;
    private static final Map<String, String> QUICK = Map.of("bulk.takes", "1ms");

    /** The last one changed in the second the shop is at: it is left to paging. */
    private static final int LEFT_TO_PAGING = 1;

    @TempDir
    private Path home;

    @Test
    void givesWhatPagesGive() throws IOException {
        String csv = mixed(40);
        try (RetailShops shops = RetailShops.start(home, csv, 1, "PLUS", 1, QUICK)) {
            Map<String, String> byPages;
            try (RunningTask task = start(shops, Map.of("backfill.by", "pages"), new HashMap<>())) {
                task.pollUntil(ShopifyBulkTest::hasProgress);
                byPages = contents(task.values(RawRecord.class));
            }
            try (RunningTask task = start(shops, Map.of(), new HashMap<>())) {
                task.pollUntil(ShopifyBulkTest::hasProgress);

                assertThat(contents(task.values(RawRecord.class))).isEqualTo(byPages);
                assertThat(task.values(RawRecord.class))
                        .extracting(RawRecord::getFeed)
                        .contains(Feed.BULK);
                assertThat(fed(task.values(RawRecord.class), Feed.BULK)).hasSize(43 - LEFT_TO_PAGING);
            }
        }
    }

    @Test
    void goesOnInTheMiddleOfAFileWhenStoppedAgainAndAgain() throws IOException {
        try (RetailShops shops = RetailShops.start(home, mixed(60), 1, "PLUS", 1, QUICK)) {
            Map<String, String> wanted = whole(shops);
            Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();
            List<RawRecord> read = new ArrayList<>();
            Map<String, String> small = Map.of("bulk.records", "7");
            boolean complete = false;
            for (int stop = 0; !complete; stop++) {
                assertThat(stop).isLessThan(40);
                try (RunningTask task = start(shops, small, offsets)) {
                    task.pollUntil(seen -> !seen.values(RawRecord.class).isEmpty() || hasProgress(seen));
                    read.addAll(task.values(RawRecord.class));
                    complete = hasProgress(task);
                }
            }

            assertThat(contents(read)).isEqualTo(wanted);
            assertThat(fed(read, Feed.BULK).stream().map(RawRecord::getId))
                    .doesNotHaveDuplicates()
                    .hasSize(63 - LEFT_TO_PAGING);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bulk-wrong-count",
                "bulk-partial",
                "bulk-server-error",
                "bulk-failed",
                "bulk-cut-off",
                "bulk-expired-url",
                "bulk-expired",
                "bulk-canceled"
            })
    void readsAllOfItWhateverBecomesOfAnOperation(String fault) throws IOException {
        try (RetailShops shops = RetailShops.start(home, mixed(30), 1, "PLUS", 1, QUICK)) {
            Map<String, String> wanted = whole(shops);
            shops.fault(RetailShops.UK, fault, 1);
            try (RunningTask task = start(shops, Map.of("bulk.records", "7"), new HashMap<>())) {
                task.pollUntil(ShopifyBulkTest::hasProgress);

                assertThat(contents(task.values(RawRecord.class))).isEqualTo(wanted);
                assertThat(task.values(RejectedRecord.class)).isEmpty();
                assertThat(fed(task.values(RawRecord.class), Feed.BULK)).isNotEmpty();
            }
        }
    }

    @Test
    void readsByPagesWhatOperationsDoNotGive() throws IOException {
        try (RetailShops shops = RetailShops.start(home, mixed(30), 1, "PLUS", 1, QUICK)) {
            Map<String, String> wanted = whole(shops);
            shops.fault(RetailShops.UK, "bulk-failed", 20);
            try (RunningTask task = start(shops, Map.of(), new HashMap<>())) {
                task.pollUntil(ShopifyBulkTest::hasProgress);

                assertThat(contents(task.values(RawRecord.class))).isEqualTo(wanted);
                assertThat(fed(task.values(RawRecord.class), Feed.BULK)).isEmpty();
            }
        }
    }

    @Test
    void cancelsItsOwnOperationThatTakesTooLongAndReadsSmallerSpans() throws IOException {
        try (RetailShops shops = RetailShops.start(home, mixed(30), 1, "PLUS", 1, QUICK)) {
            Map<String, String> wanted = whole(shops);
            shops.fault(RetailShops.UK, "bulk-slow", 1);
            try (RunningTask task = start(shops, Map.of("bulk.deadline", "500ms"), new HashMap<>())) {
                task.pollUntil(ShopifyBulkTest::hasProgress);

                assertThat(contents(task.values(RawRecord.class))).isEqualTo(wanted);
                assertThat(fed(task.values(RawRecord.class), Feed.BULK)).isNotEmpty();
            }
        }
    }

    @Test
    void waitsForASlotThatOthersHold() throws IOException {
        try (RetailShops shops = RetailShops.start(home, mixed(30), 1, "PLUS", 1, QUICK)) {
            Map<String, String> wanted = whole(shops);
            shops.bulkStrangers(RetailShops.UK, 5);
            try (RunningTask task = start(shops, Map.of(), new HashMap<>())) {
                for (int i = 0; i < 20; i++) {
                    task.pollOnce();
                }
                assertThat(task.values(RawRecord.class)).isEmpty();

                shops.bulkStrangers(RetailShops.UK, 4);
                task.pollUntil(ShopifyBulkTest::hasProgress);
                assertThat(contents(task.values(RawRecord.class))).isEqualTo(wanted);
                assertThat(fed(task.values(RawRecord.class), Feed.BULK)).isNotEmpty();
            }
        }
    }

    /** Orders of several sizes, some with refunds, shipping and discounts. */
    private static String mixed(int plain) {
        RetailFileText file = new RetailFileText()
                .order(500001, 300, OPENING, UK)
                .order(500002, 9, OPENING.plusMinutes(1), UK)
                .order(500003, 11, OPENING.plusMinutes(2), UK)
                .add("500003", "POST", 1, OPENING.plusMinutes(2), "18.00", UK)
                .add("500003", "DOT", 1, OPENING.plusMinutes(2), "3.00", UK)
                .add("500003", "D", -1, OPENING.plusMinutes(2), "27.50", UK)
                .cancellation(500900, 90, OPENING.plusDays(2), UK)
                .cancellation(500901, 1, OPENING.plusDays(3), UK);
        for (int i = 0; i < plain; i++) {
            file.order(500010 + i, 1 + i % 5, OPENING.plusMinutes(10 + i / 4), UK);
        }
        return file.text();
    }

    /** What the shop holds, as pages give it. */
    private static Map<String, String> whole(RetailShops shops) {
        try (RunningTask task = start(shops, Map.of("backfill.by", "pages"), new HashMap<>())) {
            task.pollUntil(ShopifyBulkTest::hasProgress);
            return contents(task.values(RawRecord.class));
        }
    }

    private static RunningTask start(
            RetailShops shops, Map<String, String> more, Map<Map<String, ?>, Map<String, Object>> offsets) {
        Map<String, String> config = RunningTask.config(shops.baseUrl(), RetailShops.UK);
        config.put("backfill.by", "bulk");
        config.put("bulk.poll.interval", "20ms");
        config.putAll(more);
        return RunningTask.start(config, offsets);
    }

    private static boolean hasProgress(RunningTask task) {
        return !task.values(SourceProgress.class).isEmpty();
    }

    private static List<RawRecord> fed(List<RawRecord> records, Feed feed) {
        return records.stream().filter(record -> record.getFeed() == feed).toList();
    }

    /** The content of each record's highest version. */
    private static Map<String, String> contents(List<RawRecord> records) {
        Map<String, String> contents = new TreeMap<>();
        HighestVersions.of(records).forEach((id, record) -> contents.put(id, HighestVersions.payload(record)));
        return contents;
    }
}
