package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.RejectedRecord;
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
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The task against the project's Shopify simulator: what ends up as the highest version of each key is what the shop holds. */
class ShopifySimulatorTest {
    private static final String UK = "United Kingdom";
    private static final LocalDateTime OPENING = RetailFileText.OPENING;
    private static final double STILL = 0.001;

    @TempDir
    private Path home;

    @Test
    void readsEveryLineAndRefundOfOrdersOfAnySize() throws IOException {
        String csv = new RetailFileText()
                .order(500001, 1100, OPENING, UK)
                .order(500002, 9, OPENING.plusMinutes(1), UK)
                .order(500003, 11, OPENING.plusMinutes(2), UK)
                .add("500003", "POST", 1, OPENING.plusMinutes(2), "18.00", UK)
                .add("500003", "DOT", 1, OPENING.plusMinutes(2), "3.00", UK)
                .add("500003", "D", -1, OPENING.plusMinutes(2), "27.50", UK)
                .cancellation(500100, 900, OPENING.plusDays(2), UK)
                .cancellation(500101, 1, OPENING.plusDays(3), UK)
                .text();
        try (RetailShops shops = RetailShops.start(home, csv, 1, "PLUS", STILL);
                RunningTask task = start(shops, Map.of())) {
            task.pollUntil(ShopifySimulatorTest::hasProgress);

            Map<String, JsonNode> orders = latest(task);
            assertThat(orders.keySet()).containsExactly("500001", "500002", "500003");
            assertThat(order(orders, "500001").path("lineItems")).hasSize(1100);
            assertThat(order(orders, "500002").path("lineItems")).hasSize(9);
            assertThat(order(orders, "500003").path("lineItems")).hasSize(11);
            assertThat(order(orders, "500003").path("shippingLines")).hasSize(2);
            assertThat(refundedParts(orders)).hasSize(901).doesNotHaveDuplicates();
        }
    }

    @Test
    void goesOnInMidHistoryWithoutLossWhenStoppedAgainAndAgain() throws IOException {
        RetailFileText file = new RetailFileText();
        for (int i = 0; i < 150; i++) {
            // Ten to a minute: pages end between orders of the same update time.
            file.order(500001 + i, 1 + i % 14, OPENING.plusMinutes(i / 10), UK);
        }
        try (RetailShops shops = RetailShops.start(home, file.text(), 1, "STANDARD", 600)) {
            Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();
            List<RawRecord> read = new ArrayList<>();
            Map<String, String> small = Map.of("page.orders", "7", "poll.orders", "7");
            for (int stop = 0; stop < 6; stop++) {
                try (RunningTask task = start(shops, small, offsets)) {
                    int enough = 10 + stop;
                    task.pollUntil(seen -> seen.values(RawRecord.class).size() >= enough);
                    read.addAll(task.values(RawRecord.class));
                }
            }
            assertThat(offsets.values())
                    .singleElement()
                    .satisfies(offset -> assertThat(offset).containsKey("page_token"));
            try (RunningTask task = start(shops, small, offsets)) {
                task.pollUntil(ShopifySimulatorTest::hasProgress);
                read.addAll(task.values(RawRecord.class));
            }

            assertThat(read.stream().map(RawRecord::getId))
                    .doesNotHaveDuplicates()
                    .hasSize(150);
        }
    }

    @Test
    void readsAllOfItThroughEveryKindOfFault() throws IOException {
        RetailFileText file = new RetailFileText();
        for (int i = 0; i < 60; i++) {
            file.order(500001 + i, 12, OPENING.plusMinutes(i), UK);
        }
        try (RetailShops shops = RetailShops.start(home, file.text(), 1, "PLUS", STILL);
                RunningTask task = start(shops, Map.of("page.orders", "5", "poll.orders", "5"))) {
            int seenBefore = 0;
            for (String fault :
                    List.of("throttle", "error500", "malformed", "unauthorized", "drop-connection", "throttle")) {
                shops.fault(RetailShops.UK, fault, 2);
                int enough = seenBefore + 5;
                task.pollUntil(seen -> seen.values(RawRecord.class).size() >= enough);
                seenBefore = task.values(RawRecord.class).size();
            }
            task.pollUntil(ShopifySimulatorTest::hasProgress);

            assertThat(latest(task))
                    .hasSize(60)
                    .allSatisfy(
                            (id, order) -> assertThat(order.path("lineItems")).hasSize(12));
            assertThat(task.values(RejectedRecord.class)).isEmpty();
        }
    }

    @Test
    void seesLaterRefundsAndCancellationsAsEdits() throws IOException {
        RetailFileText file = new RetailFileText().order(500001, 30, OPENING, UK);
        for (int i = 0; i < 30; i++) {
            file.order(500002 + i, 1, OPENING.plusMinutes(i), "France");
        }
        file.order(500040, 5, OPENING.plusHours(5), UK)
                .cancellation(500100, 3, OPENING.plusHours(2), UK)
                .cancellation(500101, 5, OPENING.plusHours(6), UK)
                .cancellation(500102, 2, OPENING.plusDays(1).plusHours(7), UK);
        try (RetailShops shops = RetailShops.start(home, file.text(), 0.5, "PLUS", STILL);
                RunningTask task = start(shops, Map.of("overlap", "1m"))) {
            task.pollUntil(ShopifySimulatorTest::hasProgress);
            assertThat(order(latest(task), "500001").path("refunds")).isEmpty();

            shops.speed(40_000);
            task.pollUntil(seen -> latest(seen).containsKey("500040")
                    && !order(latest(seen), "500040").path("cancelledAt").isNull()
                    && refundedParts(latest(seen)).size() == 10);

            assertThat(refundedParts(latest(task))).doesNotHaveDuplicates();
            assertThat(task.values(SourceProgress.class))
                    .extracting(SourceProgress::getCompleteTo)
                    .isSortedAccordingTo(Comparator.naturalOrder());
        }
    }

    @Test
    void tellsNothingCompleteBeforeWhatItHasSent() throws IOException {
        RetailFileText file = new RetailFileText();
        for (int i = 0; i < 200; i++) {
            file.order(500001 + i, 2, OPENING.plusMinutes(7L * i), UK);
        }
        try (RetailShops shops = RetailShops.start(home, file.text(), 0.2, "PLUS", 20_000);
                RunningTask task = start(shops, Map.of("page.orders", "3", "poll.orders", "3"))) {
            task.pollUntil(seen -> latest(seen).size() == 200);

            Instant completeTo = Instant.MIN;
            for (SourceRecord record : task.records()) {
                Object value = RunningTask.CODEC.decode((byte[]) record.value());
                if (value instanceof SourceProgress progress) {
                    completeTo = progress.getCompleteTo();
                } else if (value instanceof RawRecord order) {
                    long updated = order.getVersion().getUpdatedAtMicros();
                    assertThat(updated)
                            .isGreaterThanOrEqualTo(
                                    completeTo.equals(Instant.MIN) ? 0 : completeTo.getEpochSecond() * 1_000_000);
                }
            }
        }
    }

    private static RunningTask start(RetailShops shops, Map<String, String> more) {
        return start(shops, more, new HashMap<>());
    }

    private static RunningTask start(
            RetailShops shops, Map<String, String> more, Map<Map<String, ?>, Map<String, Object>> offsets) {
        Map<String, String> config = RunningTask.config(shops.baseUrl(), RetailShops.UK);
        config.putAll(more);
        return RunningTask.start(config, offsets);
    }

    private static boolean hasProgress(RunningTask task) {
        return !task.values(SourceProgress.class).isEmpty();
    }

    /** What a reader keeps: the highest version of each order. */
    private static Map<String, JsonNode> latest(RunningTask task) {
        Map<String, RawRecord> highest = new TreeMap<>();
        Comparator<Version> order = Comparator.comparing(Version::getUpdatedAtMicros)
                .thenComparing(Version::getFeedRank)
                .thenComparing(Version::getFetchedAtMicros);
        task.values(RawRecord.class)
                .forEach(record -> highest.merge(
                        record.getId(),
                        record,
                        (one, other) -> order.compare(one.getVersion(), other.getVersion()) > 0 ? one : other));
        Map<String, JsonNode> payloads = new TreeMap<>();
        highest.forEach((id, record) -> payloads.put(id, payload(record)));
        return payloads;
    }

    private static JsonNode order(Map<String, JsonNode> orders, String id) {
        return orders.getOrDefault(id, MissingNode.getInstance());
    }

    private static List<String> refundedParts(Map<String, JsonNode> orders) {
        List<String> parts = new ArrayList<>();
        orders.values()
                .forEach(order -> order.path("refunds")
                        .forEach(refund -> refund.path("refundLineItems")
                                .forEach(part -> parts.add(part.path("id").asText()))));
        return parts;
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
