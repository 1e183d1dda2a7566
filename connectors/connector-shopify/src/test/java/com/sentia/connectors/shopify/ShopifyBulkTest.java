package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.ConnectorNotice;
import com.sentia.schemas.Feed;
import com.sentia.schemas.NoticeKind;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.RejectedRecord;
import com.sentia.schemas.SignalKind;
import com.sentia.schemas.SourceProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
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

    /** The last one changed in the second the shop may still be at: then it is left to paging. */
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
                assertThat(ids(fed(task.values(RawRecord.class), Feed.BULK))).hasSizeBetween(43 - LEFT_TO_PAGING, 43);
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
            assertThat(ids(fed(read, Feed.BULK))).doesNotHaveDuplicates().hasSizeBetween(63 - LEFT_TO_PAGING, 63);
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

    @Test
    void keepsTheOperationsIdInTheOffsetAndGoesOnWithItAfterARestart() throws IOException {
        SentSignals signals = new SentSignals();
        Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();
        try (RetailShops shops = RetailShops.start(home, mixed(30), 1, "PLUS", 1, Map.of("bulk.takes", "2s"))) {
            try (RunningTask task = RunningTask.start(config(shops, Map.of()), offsets, signals)) {
                task.pollUntil(seen -> !notices(seen, NoticeKind.JOB_STARTED).isEmpty());
            }
            assertThat(offsets.get(ShopifyStream.ORDERS.unit(RetailShops.UK).partition()))
                    .containsKey("job_id");
            try (RunningTask task = RunningTask.start(config(shops, Map.of()), offsets, signals)) {
                task.pollUntil(ShopifyBulkTest::hasProgress);

                assertThat(notices(task, NoticeKind.JOB_STARTED)).isEmpty();
                assertThat(ids(fed(task.values(RawRecord.class), Feed.BULK))).hasSizeBetween(33 - LEFT_TO_PAGING, 33);
            }
        }
    }

    @Test
    void findsItsOperationAgainThatNoOffsetKnowsOf() throws IOException {
        try (RetailShops shops = RetailShops.start(home, mixed(30), 1, "PLUS", 1, Map.of("bulk.takes", "2s"))) {
            try (RunningTask task = start(shops, Map.of(), new HashMap<>())) {
                for (int i = 0; i < 10; i++) {
                    task.pollOnce();
                }
                assertThat(task.offsets()).isEmpty();
            }
            try (RunningTask task = start(shops, Map.of(), new HashMap<>())) {
                task.pollUntil(ShopifyBulkTest::hasProgress);

                assertThat(ids(fed(task.values(RawRecord.class), Feed.BULK))).hasSizeBetween(33 - LEFT_TO_PAGING, 33);
            }
            assertThat(shops.query(RetailShops.UK, "{bulkOperations(first: 10) {nodes {id}}}")
                            .split("gid://shopify/BulkOperation/", -1))
                    .as("one operation")
                    .hasSize(2);
        }
    }

    @Test
    void readsABackfillByAnOperationWhateverStopsIt() throws IOException {
        SentSignals signals = new SentSignals();
        Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();
        try (RetailShops shops = RetailShops.start(home, mixed(40), 1, "PLUS", 1, QUICK)) {
            Map<String, String> small = Map.of("bulk.records", "9");
            try (RunningTask task = RunningTask.start(config(shops, small), offsets, signals)) {
                task.pollUntil(ShopifyBulkTest::hasProgress);
                signals.send(SentSignals.signal(SignalKind.BACKFILL, RetailShops.UK)
                        .setFrom(Instant.parse("2000-01-01T00:00:00Z"))
                        .setTo(Instant.parse("2100-01-01T00:00:00Z")));
                task.pollUntil(
                        seen -> !notices(seen, NoticeKind.SIGNAL_ACCEPTED).isEmpty());
            }
            Map<String, String> wanted = whole(shops);
            List<RawRecord> sent = new ArrayList<>();
            List<NoticeKind> told = new ArrayList<>();
            for (int stop = 0; !told.contains(NoticeKind.BACKFILL_COMPLETED); stop++) {
                assertThat(stop).isLessThan(30);
                try (RunningTask task = RunningTask.start(config(shops, small), offsets, signals)) {
                    task.pollUntil(seen -> !backfilled(seen).isEmpty()
                            || !notices(seen, NoticeKind.BACKFILL_COMPLETED).isEmpty());
                    sent.addAll(backfilled(task));
                    task.values(ConnectorNotice.class).forEach(notice -> told.add(notice.getKind()));
                }
            }

            assertThat(sent).allSatisfy(record -> assertThat(record.getFeed()).isEqualTo(Feed.BULK));
            assertThat(ids(sent)).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(43 - LEFT_TO_PAGING);
            assertThat(wanted).containsAllEntriesOf(contents(sent));
            assertThat(told)
                    .containsExactly(
                            NoticeKind.BACKFILL_STARTED, NoticeKind.JOB_STARTED, NoticeKind.BACKFILL_COMPLETED);
        }
    }

    private static List<String> ids(List<RawRecord> records) {
        return records.stream().map(RawRecord::getId).toList();
    }

    /** What was sent under the control state's offset. */
    private static List<RawRecord> backfilled(RunningTask task) {
        return RunningTask.values(
                        task.records().stream()
                                .filter(one -> one.sourcePartition().containsKey("part"))
                                .toList(),
                        RawRecord.class)
                .toList();
    }

    private static List<ConnectorNotice> notices(RunningTask task, NoticeKind kind) {
        return task.values(ConnectorNotice.class).stream()
                .filter(notice -> notice.getKind() == kind)
                .toList();
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
        return RunningTask.start(config(shops, more), offsets);
    }

    private static Map<String, String> config(RetailShops shops, Map<String, String> more) {
        Map<String, String> config = RunningTask.config(shops.baseUrl(), RetailShops.UK);
        config.put("backfill.by", "bulk");
        config.put("bulk.poll.interval", "20ms");
        config.putAll(more);
        return config;
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
