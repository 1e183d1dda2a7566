package com.sentia.connectors.shopify;

import static com.sentia.connectors.shopify.SentSignals.signal;
import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.connectors.shopify.ScriptedShop.Answer;
import com.sentia.schemas.ConnectorNotice;
import com.sentia.schemas.NoticeKind;
import com.sentia.schemas.RawRecord;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What signals make of a running task, and what it tells. */
class ShopifySignalsTest {
    private static final LocalDateTime OPENING = RetailFileText.OPENING;
    private static final double STILL = 0.001;
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");

    @TempDir
    private Path home;

    private final SentSignals signals = new SentSignals();
    private final Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();

    @Test
    void pausesOneShopWhileTheOtherGoesOnAndResumesIt() throws IOException {
        String csv = orders(10, OPENING, "United Kingdom", 500001)
                .order(501000, 1, OPENING.plusHours(3), "France")
                .order(501001, 1, OPENING.plusHours(4), "France")
                .order(502000, 1, OPENING.plusHours(3), "United Kingdom")
                .text();
        try (RetailShops shops = RetailShops.start(home, csv, 0.5, "PLUS", STILL);
                RunningTask task = start(shops, Map.of(), RetailShops.UK, RetailShops.EU)) {
            task.pollUntil(seen -> hasProgress(seen, RetailShops.UK) && hasProgress(seen, RetailShops.EU));
            signals.send(signal(SignalKind.PAUSE, RetailShops.UK));
            task.pollUntil(seen -> notices(seen, NoticeKind.SIGNAL_ACCEPTED).size() == 1);
            Instant completeTo = lastProgress(task, RetailShops.UK);

            shops.speed(40_000);
            task.pollUntil(seen -> read(seen, RetailShops.EU).contains("501001"));
            int told = progress(task, RetailShops.UK).size();
            task.pollUntil(seen -> progress(seen, RetailShops.UK).size() > told + 4);
            assertThat(read(task, RetailShops.UK)).doesNotContain("502000");
            assertThat(lastProgress(task, RetailShops.UK)).isEqualTo(completeTo);

            signals.send(signal(SignalKind.RESUME, RetailShops.UK));
            task.pollUntil(seen -> read(seen, RetailShops.UK).contains("502000"));
        }
    }

    @Test
    void staysPausedOverARestartAndRepeatsWhatItWasCompleteTo() throws IOException {
        String csv = orders(10, OPENING, "United Kingdom", 500001).text();
        try (RetailShops shops = RetailShops.start(home, csv, 1, "PLUS", STILL)) {
            Instant completeTo;
            try (RunningTask task = start(shops, Map.of(), RetailShops.UK)) {
                task.pollUntil(seen -> hasProgress(seen, RetailShops.UK));
                signals.send(signal(SignalKind.PAUSE, null));
                task.pollUntil(seen -> notices(seen, NoticeKind.SIGNAL_ACCEPTED).size() == 1);
                completeTo = lastProgress(task, RetailShops.UK);
            }
            try (RunningTask task = start(shops, Map.of(), RetailShops.UK)) {
                task.pollUntil(seen -> progress(seen, RetailShops.UK).size() >= 8);

                assertThat(lastProgress(task, RetailShops.UK)).isEqualTo(completeTo);
                assertThat(task.values(RawRecord.class)).isEmpty();
                assertThat(task.values(ConnectorNotice.class))
                        .as("acted on once")
                        .isEmpty();
            }
        }
    }

    @Test
    void readsASpanOfThePastAgainBesideLiveReading() throws IOException {
        String csv = orders(40, OPENING, "United Kingdom", 500001)
                .order(502000, 1, OPENING.plusHours(3), "United Kingdom")
                .text();
        try (RetailShops shops = RetailShops.start(home, csv, 0.9, "PLUS", STILL);
                RunningTask task = start(shops, Map.of("page.orders", "7", "poll.orders", "7"), RetailShops.UK)) {
            task.pollUntil(seen -> hasProgress(seen, RetailShops.UK));
            List<RawRecord> history = List.copyOf(task.values(RawRecord.class));
            List<String> historyIds = history.stream().map(RawRecord::getId).toList();
            Instant from = updatedAt(history.get(10));
            Instant to = updatedAt(history.get(30));

            signals.send(
                    signal(SignalKind.BACKFILL, RetailShops.UK).setFrom(from).setTo(to));
            shops.speed(20_000);
            task.pollUntil(seen -> notices(seen, NoticeKind.BACKFILL_COMPLETED).size() == 1
                    && read(seen, RetailShops.UK).contains("502000"));

            List<String> again = read(task, RetailShops.UK).stream()
                    .skip(history.size())
                    .filter(historyIds::contains)
                    .toList();
            assertThat(again).containsExactlyElementsOf(historyIds.subList(10, 30));
            assertThat(notices(task, NoticeKind.BACKFILL_COMPLETED).get(0).getFigures())
                    .containsEntry("records", 20L);
            assertThat(task.values(ConnectorNotice.class))
                    .extracting(ConnectorNotice::getKind)
                    .containsExactly(
                            NoticeKind.FEED_ADDED,
                            NoticeKind.SIGNAL_ACCEPTED,
                            NoticeKind.BACKFILL_STARTED,
                            NoticeKind.BACKFILL_COMPLETED);
        }
    }

    @Test
    void goesOnWithABackfillThatWasStoppedAgainAndAgain() throws IOException {
        String csv = orders(60, OPENING, "United Kingdom", 500001).text();
        Map<String, String> small = Map.of("page.orders", "7", "poll.orders", "7");
        try (RetailShops shops = RetailShops.start(home, csv, 1, "PLUS", STILL)) {
            try (RunningTask task = start(shops, small, RetailShops.UK)) {
                task.pollUntil(seen -> hasProgress(seen, RetailShops.UK));
                signals.send(signal(SignalKind.BACKFILL, RetailShops.UK)
                        .setFrom(LONG_AGO)
                        .setTo(NOW));
                task.pollUntil(seen -> notices(seen, NoticeKind.SIGNAL_ACCEPTED).size() == 1);
            }
            // A task that starts reads what the overlap holds again, so only what the backfill sends is looked at.
            List<String> sent = new ArrayList<>();
            List<NoticeKind> told = new ArrayList<>();
            for (int stop = 0; !told.contains(NoticeKind.BACKFILL_COMPLETED); stop++) {
                assertThat(stop).isLessThan(20);
                try (RunningTask task = start(shops, small, RetailShops.UK)) {
                    task.pollUntil(seen -> !backfilled(seen).isEmpty());
                    sent.addAll(backfilled(task));
                    task.values(ConnectorNotice.class).forEach(notice -> told.add(notice.getKind()));
                }
            }

            assertThat(sent).doesNotHaveDuplicates().hasSize(60);
            assertThat(told).containsExactly(NoticeKind.BACKFILL_STARTED, NoticeKind.BACKFILL_COMPLETED);
        }
    }

    @Test
    void readsRecordsByIdAndTellsWhichThereAreNot() throws IOException {
        String csv = orders(10, OPENING, "United Kingdom", 500001).text();
        try (RetailShops shops = RetailShops.start(home, csv, 1, "PLUS", STILL);
                RunningTask task = start(shops, Map.of(), RetailShops.UK)) {
            task.pollUntil(seen -> hasProgress(seen, RetailShops.UK));
            signals.send(signal(SignalKind.BACKFILL, RetailShops.UK).setIds(List.of("500003", "500007", "999")));
            task.pollUntil(seen -> notices(seen, NoticeKind.BACKFILL_COMPLETED).size() == 1);

            assertThat(read(task, RetailShops.UK).stream().skip(10)).containsExactlyInAnyOrder("500003", "500007");
            assertThat(notices(task, NoticeKind.COMPLETENESS_GAP))
                    .singleElement()
                    .satisfies(gap -> {
                        assertThat(gap.getDetail()).contains("999");
                        assertThat(gap.getFigures())
                                .containsEntry("expected", 3L)
                                .containsEntry("read", 2L);
                    });
        }
    }

    @Test
    void readsEverythingAgainWhenToldTo() throws IOException {
        String csv = orders(10, OPENING, "United Kingdom", 500001).text();
        try (RetailShops shops = RetailShops.start(home, csv, 1, "PLUS", STILL);
                RunningTask task = start(shops, Map.of(), RetailShops.UK)) {
            task.pollUntil(seen -> hasProgress(seen, RetailShops.UK));
            signals.send(signal(SignalKind.REREAD, RetailShops.UK));
            task.pollUntil(seen -> read(seen, RetailShops.UK).size() == 20);

            assertThat(read(task, RetailShops.UK).stream().skip(10))
                    .containsExactlyElementsOf(read(task, RetailShops.UK).subList(0, 10));
            assertThat(notices(task, NoticeKind.REREAD_STARTED)).hasSize(1);
        }
    }

    @Test
    void refusesWhatItCanNotDoAndSaysWhy() throws IOException {
        String csv = orders(2, OPENING, "United Kingdom", 500001).text();
        try (RetailShops shops = RetailShops.start(home, csv, 1, "PLUS", STILL);
                RunningTask task = start(shops, Map.of(), RetailShops.UK)) {
            task.pollUntil(seen -> hasProgress(seen, RetailShops.UK));
            signals.send(signal(SignalKind.UNKNOWN, RetailShops.UK));
            signals.send(signal(SignalKind.BACKFILL, RetailShops.UK));
            signals.send(signal(SignalKind.BACKFILL, RetailShops.UK).setIds(List.of("seven")));
            signals.send(signal(SignalKind.PAUSE, "no-such.myshopify.com"));
            task.pollUntil(seen -> notices(seen, NoticeKind.SIGNAL_REFUSED).size() == 4);

            assertThat(notices(task, NoticeKind.SIGNAL_REFUSED))
                    .extracting(ConnectorNotice::getDetail)
                    .satisfiesExactly(
                            kind -> assertThat(kind).contains("does not know the kind"),
                            empty -> assertThat(empty).contains("needs from and to, or ids"),
                            id -> assertThat(id).contains("'seven'"),
                            unit -> assertThat(unit).contains("no-such.myshopify.com"));
        }
    }

    @Test
    void tellsOnceThatAShopRefusesItAndOnceThatItReadsAgain() throws IOException {
        try (ScriptedShop shop = new ScriptedShop(Answer.of(401, "{}"));
                RunningTask task =
                        RunningTask.start(RunningTask.config(shop.baseUrl(), ScriptedShop.DOMAIN), offsets, signals)) {
            task.pollUntil(seen -> shop.requests().size() >= 3);
            shop.otherwise(ScriptedShop.oneOrder());
            task.pollUntil(seen -> hasProgress(seen, ScriptedShop.DOMAIN));

            assertThat(task.values(ConnectorNotice.class))
                    .extracting(ConnectorNotice::getKind)
                    .containsExactly(NoticeKind.FEED_ADDED, NoticeKind.UNIT_STOPPED, NoticeKind.UNIT_READS_AGAIN);
        }
    }

    @Test
    void tellsOfAGapThatReadingAgainDoesNotClose() throws IOException {
        String order = ScriptedShop.order(1, "2026-01-01T10:00:00Z");
        try (ScriptedShop shop = new ScriptedShop(Answer.of(200, ScriptedShop.page(order, 2)));
                RunningTask task =
                        RunningTask.start(RunningTask.config(shop.baseUrl(), ScriptedShop.DOMAIN), offsets, signals)) {
            task.pollUntil(seen -> shop.requests().size() > 6);

            assertThat(notices(task, NoticeKind.COMPLETENESS_GAP))
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.getFigures())
                            .containsEntry("expected", 2L)
                            .containsEntry("read", 1L));
        }
    }

    @Test
    void readsASpanThatIsLongerThanAQueryMayBe() throws IOException {
        String csv = orders(60, OPENING, "United Kingdom", 500001).text();
        Map<String, String> small = Map.of("page.orders", "5", "poll.orders", "5", "window.orders", "12");
        try (RetailShops shops = RetailShops.start(home, csv, 1, "PLUS", STILL);
                RunningTask task = start(shops, small, RetailShops.UK)) {
            task.pollUntil(seen -> hasProgress(seen, RetailShops.UK));
            signals.send(signal(SignalKind.BACKFILL, RetailShops.UK)
                    .setFrom(LONG_AGO)
                    .setTo(NOW));
            task.pollUntil(seen -> notices(seen, NoticeKind.BACKFILL_COMPLETED).size() == 1);

            assertThat(backfilled(task).stream().distinct()).hasSize(60);
            assertThat(notices(task, NoticeKind.COMPLETENESS_GAP)).isEmpty();
        }
    }

    @Test
    void endsABackfillWithAGapThatLastsAndTellsOfIt() throws IOException {
        try (ScriptedShop shop = new ScriptedShop(ScriptedShop.oneOrder());
                RunningTask task =
                        RunningTask.start(RunningTask.config(shop.baseUrl(), ScriptedShop.DOMAIN), offsets, signals)) {
            task.pollUntil(seen -> hasProgress(seen, ScriptedShop.DOMAIN));
            shop.otherwise(Answer.of(200, ScriptedShop.page(ScriptedShop.order(1, "2026-01-01T10:00:00Z"), 2)));
            signals.send(signal(SignalKind.BACKFILL, ScriptedShop.DOMAIN)
                    .setFrom(LONG_AGO)
                    .setTo(NOW));
            task.pollUntil(seen -> notices(seen, NoticeKind.BACKFILL_COMPLETED).size() == 1);

            assertThat(notices(task, NoticeKind.COMPLETENESS_GAP))
                    .filteredOn(gap -> "backfill".equals(gap.getSignal()))
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.getFigures())
                            .containsEntry("expected", 2L)
                            .containsEntry("read", 1L));
            assertThat(backfilled(task)).as("read once more before").containsExactly("1", "1");
        }
    }

    private RunningTask start(RetailShops shops, Map<String, String> more, String... domains) {
        Map<String, String> config = RunningTask.config(shops.baseUrl(), domains);
        config.putAll(more);
        return RunningTask.start(config, offsets, signals);
    }

    private static RetailFileText orders(int count, LocalDateTime from, String country, int first) {
        RetailFileText file = new RetailFileText();
        IntStream.range(0, count).forEach(i -> file.order(first + i, 1, from.plusMinutes(i), country));
        return file;
    }

    /** Ids sent under the control state's offset, not the feed's own. */
    private static List<String> backfilled(RunningTask task) {
        return RunningTask.values(
                        task.records().stream()
                                .filter(one -> one.sourcePartition().containsKey("part"))
                                .toList(),
                        RawRecord.class)
                .map(RawRecord::getId)
                .toList();
    }

    private static List<String> read(RunningTask task, String shop) {
        return task.values(RawRecord.class).stream()
                .filter(record -> record.getUnit().equals(shop))
                .map(RawRecord::getId)
                .toList();
    }

    private static List<ConnectorNotice> notices(RunningTask task, NoticeKind kind) {
        return task.values(ConnectorNotice.class).stream()
                .filter(notice -> notice.getKind() == kind)
                .toList();
    }

    private static List<SourceProgress> progress(RunningTask task, String shop) {
        return task.values(SourceProgress.class).stream()
                .filter(progress -> progress.getUnit().equals(shop))
                .toList();
    }

    private static boolean hasProgress(RunningTask task, String shop) {
        return !progress(task, shop).isEmpty();
    }

    private static Instant lastProgress(RunningTask task, String shop) {
        List<SourceProgress> told = progress(task, shop);
        return told.get(told.size() - 1).getCompleteTo();
    }

    private static Instant updatedAt(RawRecord record) {
        return Instant.EPOCH.plus(record.getVersion().getUpdatedAtMicros(), java.time.temporal.ChronoUnit.MICROS);
    }
}
