package com.sentia.simulators.company;

import static com.sentia.simulators.retail.Retail.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.simulators.retail.Region;
import com.sentia.simulators.retail.Retail;
import com.sentia.simulators.retail.RetailHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StockLedgerTest {
    private static final long SEED = 1;
    private static final List<Site> SITES = Site.of(Region.UK);
    private static final long WAREHOUSE = SITES.get(0).id();
    private static final long DAY = 86_400;

    @Test
    void commitsWhatIsSoldAndTakesItWhenItIsSent() {
        RetailHistory history = Retail.history(line("1", "A", 5, "08:00:00", "2"));
        long sold = history.orders().get(0).placedAt();
        StockLevel level = level(ledger(history, SEED, "A"));

        Stock first = level.at(sold).orElseThrow();
        Stock later = level.at(sold + 2 * DAY).orElseThrow();

        assertThat(first.committed()).isEqualTo(5);
        assertThat(first.available()).isEqualTo(first.onHand() - 5);
        assertThat(later.committed()).isZero();
        assertThat(later.onHand()).isEqualTo(first.onHand() - 5);
        assertThat(later.since()).isGreaterThan(sold);
        assertThat(level.at(sold - 1)).isEmpty();
    }

    @Test
    void setsFreeWhatIsCancelledBeforeItIsSent() {
        RetailHistory history =
                Retail.history(line("1", "A", 500, "08:00:00", "2"), line("C2", "A", -500, "08:10:00", "2"));
        long sold = history.orders().get(0).placedAt();
        StockLevel level = level(ledger(history, SEED, "A"));

        assertThat(level.at(sold).orElseThrow().committed()).isEqualTo(500);
        Stock end = level.at(sold + 100 * DAY).orElseThrow();
        assertThat(end.committed()).isZero();
        assertThat(end.onHand()).isEqualTo(level.at(sold).orElseThrow().onHand());
        assertThat(end.incoming()).isZero();
    }

    @Test
    void risesWhenSentGoodsComeBack() {
        RetailHistory history = Retail.history(
                line("1", "A", 5, "2011-02-01 08:00:00", "2", "17850.0", "United Kingdom"),
                line("C2", "A", -3, "2011-02-11 08:00:00", "2", "17850.0", "United Kingdom"));
        long back = history.orders().get(0).refunds().get(0).at();
        StockLevel level = level(ledger(history, SEED, "A"));

        assertThat(level.at(back).orElseThrow().onHand())
                .isEqualTo(level.at(back - 1).orElseThrow().onHand() + 3);
    }

    @Test
    void runsOutIsRefilledAndNeverHoldsLessThanNothing() {
        SplittableRandom sales = new SplittableRandom(3);
        List<String> lines = new ArrayList<>();
        for (int day = 1; day <= 27; day++) {
            for (int order = 0; order < 4; order++) {
                String date = "2011-02-%02d %02d:00:00".formatted(day, 8 + order);
                String invoice = Integer.toString(day * 10 + order);
                lines.add(line(invoice, "A", sales.nextInt(1, 60), date, "2", "1", "United Kingdom"));
            }
        }
        RetailHistory history = Retail.history(lines.toArray(String[]::new));
        StockLedger ledger = ledger(history, SEED, "A");
        long end = history.end() + 90 * DAY;

        assertThat(ledger.changes(0, end)).isNotEmpty().allSatisfy(change -> {
            Stock stock = change.level().at(change.at()).orElseThrow();
            assertThat(stock.onHand()).isNotNegative();
            assertThat(stock.committed()).isNotNegative();
            assertThat(stock.incoming()).isNotNegative();
        });
        assertThat(ledger.changes(0, end))
                .anySatisfy(change -> assertThat(
                                change.level().at(change.at()).orElseThrow().incoming())
                        .isPositive());
        Stock last = level(ledger).at(end).orElseThrow();
        assertThat(last.incoming()).isZero();
        assertThat(last.committed()).isZero();
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        RetailHistory history = Retail.history(
                line("1", "A", 5, "08:00:00", "2"),
                line("2", "K", 7, "09:00:00", "2"),
                line("3", "A", 9, "10:00:00", "2"));

        assertThat(told(ledger(history, 1, "A", "K"))).isEqualTo(told(ledger(history, 1, "A", "K")));
        assertThat(told(ledger(history, 1, "A", "K"))).isNotEqualTo(told(ledger(history, 2, "A", "K")));
    }

    @Test
    void tellsEachChangeOnceInTheOrderOfTime() {
        RetailHistory history = Retail.history(line("1", "A", 5, "08:00:00", "2"), line("2", "K", 7, "09:00:00", "2"));
        StockLedger ledger = ledger(history, SEED, "A", "K");
        long middle = history.orders().get(1).placedAt();

        List<StockLedger.Change> all = ledger.changes(0, middle + 100 * DAY);
        List<StockLedger.Change> parts = new ArrayList<>(ledger.changes(0, middle));
        parts.addAll(ledger.changes(middle, middle + 100 * DAY));

        assertThat(parts).isEqualTo(all);
        assertThat(all).extracting(StockLedger.Change::at).isSorted();
    }

    @Test
    void hasNothingUntilAMissingDeliveryComes() {
        RetailHistory history = Retail.history(line("1", "A", 5, "08:00:00", "2"));
        long from = history.end() + 3 * DAY;
        long to = from + 4 * DAY;
        SupplyTroubles troubles = new SupplyTroubles(List.of(new SupplyTroubles.Missing("A", from, to)), List.of());
        StockLevel level = level(ledger(history, SEED, troubles, "A"));

        assertThat(level.at(from - 1).orElseThrow().onHand()).isPositive();
        assertThat(level.at(from).orElseThrow().onHand()).isZero();
        assertThat(level.at(from).orElseThrow().incoming()).isPositive();
        assertThat(level.at(to - 1).orElseThrow().onHand()).isZero();
        assertThat(level.at(to).orElseThrow().onHand()).isPositive();
        assertThat(level.at(to).orElseThrow().incoming()).isZero();
    }

    @Test
    void waitsForALateSupplier() {
        List<String> lines = new ArrayList<>();
        for (int day = 1; day <= 27; day++) {
            lines.add(line(
                    Integer.toString(day),
                    "A",
                    40,
                    "2011-02-%02d 08:00:00".formatted(day),
                    "2",
                    "1",
                    "United Kingdom"));
        }
        RetailHistory history = Retail.history(lines.toArray(String[]::new));
        long end = history.end() + 30 * DAY;
        SupplyTroubles late =
                new SupplyTroubles(List.of(), List.of(new SupplyTroubles.Late(Suppliers.of("A"), 0, end, 60)));

        assertThat(level(ledger(history, SEED, late, "A")).at(end).orElseThrow().available())
                .isLessThan(
                        level(ledger(history, SEED, "A")).at(end).orElseThrow().available());
        assertThat(level(ledger(history, SEED, late, "A"))
                        .at(end + 120 * DAY)
                        .orElseThrow()
                        .incoming())
                .isZero();
    }

    @Test
    void keepsAClosedPlaceEmpty() {
        RetailHistory history = Retail.history(line("1", "A", 5, "08:00:00", "2"));
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            articles.add(new Article(i + 1, "S" + i, history.orders().get(0).placedAt(), 1));
        }
        StockLedger ledger = new StockLedger(SITES, articles, history.orders(), SEED, SupplyTroubles.NONE);

        assertThat(ledger.levelsAt(SITES.get(2).id()))
                .isNotEmpty()
                .allSatisfy(level -> assertThat(
                                level.at(history.end()).orElseThrow().onHand())
                        .isZero());
    }

    private static StockLedger ledger(RetailHistory history, long seed, String... skus) {
        return ledger(history, seed, SupplyTroubles.NONE, skus);
    }

    private static StockLedger ledger(RetailHistory history, long seed, SupplyTroubles troubles, String... skus) {
        List<Article> articles = new ArrayList<>();
        for (String sku : skus) {
            history.orders().stream()
                    .filter(order ->
                            order.goods().stream().anyMatch(line -> line.sku().equals(sku)))
                    .findFirst()
                    .ifPresent(order ->
                            articles.add(new Article(order.goods().get(0).number(), sku, order.placedAt(), 2_000_000)));
        }
        // One place, so that every order is served from it.
        return new StockLedger(List.of(SITES.get(0), SITES.get(2)), articles, history.orders(), seed, troubles);
    }

    private static StockLevel level(StockLedger ledger) {
        return ledger.levelsAt(WAREHOUSE).get(0);
    }

    private static List<String> told(StockLedger ledger) {
        return ledger.changes(0, Long.MAX_VALUE >> 28).stream()
                .map(change -> change.at() + " " + change.level().article() + " "
                        + change.level().at(change.at()).orElseThrow())
                .toList();
    }
}
