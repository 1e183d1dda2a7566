package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.connectors.kit.Cursor;
import com.sentia.connectors.kit.KnownOffsets;
import com.sentia.connectors.kit.Offsets;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.schemas.ConnectorNotice;
import com.sentia.schemas.Feed;
import com.sentia.schemas.NoticeKind;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.SourceProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked after beside reading: deletes, what was missed, subscriptions. */
class ShopifyUpkeepTest {
    private static final SourceUnit ORDERS = ShopifyStream.ORDERS.unit(RetailShops.UK);
    private static final Map<String, String> ALL_DELETED = Map.of("deleted-percent", "100");
    /** Everything is deleted within three weeks of the shop's time, which pass in a few seconds then. */
    private static final double WEEKS_IN_SECONDS = 600_000;

    /** Orders are asked for now and then only: asked for without a pause they would take all points. */
    private static final Map<String, String> OFTEN = Map.of("reconcile.interval", "1s", "poll.interval", "500ms");

    @TempDir
    private Path home;

    private final SentSignals signals = new SentSignals();
    private final Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();

    @Test
    void handsOnWhatEventsSayIsDeleted() throws IOException {
        try (RetailShops shops = start(5, ALL_DELETED);
                RunningTask task = start(shops, Map.of("deletes.poll.interval", "20ms"))) {
            task.pollUntil(ShopifyUpkeepTest::hasProgress);
            assertThat(task.values(RawRecord.class)).hasSize(5);

            shops.speed(WEEKS_IN_SECONDS);
            task.pollUntil(seen -> deleted(seen, Feed.POLL).size() == 5);

            assertThat(deleted(task, Feed.POLL))
                    .extracting(RawRecord::getId)
                    .containsExactlyInAnyOrder("500001", "500002", "500003", "500004", "500005");
            assertThat(HighestVersions.of(task.values(RawRecord.class)).values())
                    .allSatisfy(record -> assertThat(record.getOp()).isEqualTo(Op.DELETE));
            assertThat(offsets).containsKey(DeletionFeed.partition(ORDERS));
        }
    }

    @Test
    void handsOnEachDeleteOnceWhenThereAreMoreThanFitAPage() throws IOException {
        try (RetailShops shops = start(120, ALL_DELETED)) {
            try (RunningTask task = start(shops, Map.of())) {
                task.pollUntil(ShopifyUpkeepTest::hasProgress);
            }
            Instant then = shops.now();
            shops.speed(WEEKS_IN_SECONDS);
            completeTo(shops, then.plus(Duration.ofDays(22)));
            try (RunningTask task = start(shops, Map.of("deletes.poll.interval", "20ms"))) {
                task.pollUntil(seen -> deleted(seen, Feed.POLL).size() >= 120);

                assertThat(deleted(task, Feed.POLL))
                        .extracting(RawRecord::getId)
                        .doesNotHaveDuplicates()
                        .hasSize(120);
            }
        }
    }

    @Test
    void findsWhatIsGoneOfAnEarlierRun() throws IOException {
        try (RetailShops shops = start(20, ALL_DELETED)) {
            try (RunningTask task = start(shops, OFTEN)) {
                shops.speed(10);
                task.pollUntil(seen -> passes() >= 1);
                assertThat(deleted(task, Feed.RECONCILE)).isEmpty();
            }
            shops.speed(WEEKS_IN_SECONDS);
            try (RunningTask task = start(shops, OFTEN)) {
                task.pollUntil(seen -> deleted(seen, Feed.RECONCILE).size() == 20);

                assertThat(deleted(task, Feed.RECONCILE))
                        .extracting(RawRecord::getId)
                        .doesNotHaveDuplicates();
                long before = passes();
                task.pollUntil(seen -> passes() > before + 1);
                assertThat(deleted(task, Feed.RECONCILE)).as("told once").hasSize(20);
            }
        }
    }

    @Test
    void readsWhatWasMissed() throws IOException {
        try (RetailShops shops = start(12, Map.of())) {
            Instant later = completeTo(shops, Instant.EPOCH).plus(Duration.ofHours(1));
            Cursor caughtUp = new Cursor(later, "500012", null, null, later);
            offsets.put(ORDERS.partition(), Offsets.write(caughtUp));
            offsets.put(
                    KnownOffsets.partition(ORDERS),
                    KnownOffsets.write(new KnownOffsets.Head(List.of(), true, later, 3)));
            shops.speed(3000);
            try (RunningTask task = start(shops, Map.of("reconcile.interval", "1s", "overlap", "1s"))) {
                task.pollUntil(seen -> fed(seen, Feed.RECONCILE).size() >= 12);

                assertThat(fed(task, Feed.RECONCILE))
                        .extracting(RawRecord::getId)
                        .doesNotHaveDuplicates()
                        .hasSize(12);
                assertThat(fed(task, Feed.RECONCILE))
                        .allSatisfy(record -> assertThat(record.getOp()).isEqualTo(Op.UPSERT));
            }
        }
    }

    @Test
    void believesNoShopThatSeemsToHaveLostNearlyEverything() throws IOException {
        try (RetailShops shops = start(150, ALL_DELETED)) {
            try (RunningTask task = start(shops, OFTEN)) {
                shops.speed(10);
                task.pollUntil(seen -> passes() >= 1);
            }
            Instant placed = completeTo(shops, Instant.EPOCH);
            shops.speed(WEEKS_IN_SECONDS);
            completeTo(shops, placed.plus(Duration.ofDays(21)));
            try (RunningTask task = start(shops, OFTEN)) {
                task.pollUntil(seen -> !notices(seen, NoticeKind.RECONCILED).isEmpty());

                assertThat(notices(task, NoticeKind.RECONCILED).get(0)).satisfies(notice -> {
                    assertThat(notice.getDetail()).contains("nothing was deleted");
                    assertThat(notice.getFigures()).containsEntry("seemed-gone", 150L);
                });
                assertThat(deleted(task, Feed.RECONCILE)).isEmpty();
            }
        }
    }

    /** Up to when the shop's orders are complete, by the shop's clock, once that is after an instant. */
    private static Instant completeTo(RetailShops shops, Instant after) {
        try (RunningTask other = RunningTask.start(RunningTask.config(shops.baseUrl(), RetailShops.UK))) {
            other.pollUntil(seen -> seen.values(SourceProgress.class).stream()
                    .anyMatch(progress -> progress.getCompleteTo().isAfter(after)));
            List<SourceProgress> told = other.values(SourceProgress.class);
            return told.get(told.size() - 1).getCompleteTo();
        }
    }

    @Test
    void subscribesToWhatIsMissingAndToWhatShopifyRemoved() throws IOException {
        Map<String, String> hooked = Map.of(
                "webhooks.callback.url", "http://127.0.0.1:9/v1/hooks/shopify",
                "webhooks.check.interval", "20ms");
        try (RetailShops shops = start(1, Map.of());
                RunningTask task = start(shops, hooked)) {
            task.pollUntil(
                    seen -> !notices(seen, NoticeKind.WEBHOOKS_SUBSCRIBED).isEmpty());
            assertThat(notices(task, NoticeKind.WEBHOOKS_SUBSCRIBED))
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.getDetail())
                            .contains("ORDERS_CREATE", "ORDERS_UPDATED", "ORDERS_CANCELLED", "ORDERS_DELETE"));

            String unused = shops.query(
                    RetailShops.UK,
                    "mutation {webhookSubscriptionDelete(id: \\\"gid://shopify/WebhookSubscription/1\\\")"
                            + " {deletedWebhookSubscriptionId}}");
            task.pollUntil(seen -> notices(seen, NoticeKind.WEBHOOKS_SUBSCRIBED).size() == 2);

            assertThat(notices(task, NoticeKind.WEBHOOKS_SUBSCRIBED).get(1).getDetail())
                    .contains("removed");
        }
    }

    private RetailShops start(int orders, Map<String, String> more) throws IOException {
        RetailFileText file = new RetailFileText();
        IntStream.rangeClosed(1, orders)
                .forEach(i -> file.order(500_000 + i, 1, RetailFileText.OPENING.plusSeconds(i), "United Kingdom"));
        return RetailShops.start(home, file.text(), 1, "PLUS", 1, more);
    }

    private RunningTask start(RetailShops shops, Map<String, String> more) {
        Map<String, String> config = RunningTask.config(shops.baseUrl(), RetailShops.UK);
        config.putAll(more);
        return RunningTask.start(config, offsets, signals);
    }

    private long passes() {
        Map<String, Object> head = offsets.get(KnownOffsets.partition(ORDERS));
        return head == null ? 0 : KnownOffsets.readHead(head).passes();
    }

    private static boolean hasProgress(RunningTask task) {
        return !task.values(SourceProgress.class).isEmpty();
    }

    private static List<RawRecord> fed(RunningTask task, Feed feed) {
        return task.values(RawRecord.class).stream()
                .filter(record -> record.getFeed() == feed)
                .toList();
    }

    private static List<RawRecord> deleted(RunningTask task, Feed feed) {
        return fed(task, feed).stream()
                .filter(record -> record.getOp() == Op.DELETE)
                .toList();
    }

    private static List<ConnectorNotice> notices(RunningTask task, NoticeKind kind) {
        return task.values(ConnectorNotice.class).stream()
                .filter(notice -> notice.getKind() == kind)
                .toList();
    }
}
