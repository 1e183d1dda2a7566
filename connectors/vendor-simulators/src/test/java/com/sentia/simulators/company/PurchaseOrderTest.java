package com.sentia.simulators.company;

import static com.sentia.simulators.retail.Retail.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.simulators.retail.Region;
import com.sentia.simulators.retail.Retail;
import com.sentia.simulators.retail.RetailHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PurchaseOrderTest {
    private static final long DAY = 86_400;
    private static final long START = Instant.parse("2011-02-01T00:00:00Z").getEpochSecond();
    private static final int ARTICLES = 60;

    private final RetailHistory history = sales();
    private final StockLedger ledger = ledger(SupplyTroubles.NONE);

    @Test
    void accountsForAllThatIsUnderWayToAPlaceAtAnyMoment() {
        for (Site site : ledger.sites()) {
            for (StockLevel level : ledger.levelsAt(site.id())) {
                List<PurchaseOrder.Line> lines = linesOf(level);
                for (long at = level.createdAt(); at < history.end() + 60 * DAY; at += DAY / 3) {
                    long moment = at;
                    assertThat(level.at(at).orElseThrow().incoming())
                            .as("%s at %s", level.article(), at)
                            .isEqualTo(lines.stream()
                                    .filter(line -> line.orderedAt() <= moment)
                                    .filter(line -> line.receivedBy(moment).isEmpty())
                                    .mapToInt(PurchaseOrder.Line::units)
                                    .sum());
                }
            }
        }
        assertThat(ledger.purchases()).hasSizeGreaterThan(10);
    }

    @Test
    void isOfOneSupplierPlaceAndDay() {
        assertThat(ledger.purchases()).extracting(PurchaseOrder::id).doesNotHaveDuplicates();
        for (PurchaseOrder order : ledger.purchases()) {
            assertThat(order.lines()).allSatisfy(line -> {
                assertThat(Suppliers.of(line.sku())).isEqualTo(order.supplier());
                assertThat(line.orderedAt() / DAY).isEqualTo(order.placedAt() / DAY);
                assertThat(line.promisedAt()).isGreaterThan(line.orderedAt());
                assertThat(line.receivedAt()).isGreaterThan(line.orderedAt()).isLessThan(Long.MAX_VALUE);
            });
        }
        assertThat(ledger.purchases()).anyMatch(order -> order.lines().size() > 1);
    }

    @Test
    void comesLaterWhereASupplierIsLate() {
        String supplier = Suppliers.of("S0");
        StockLedger late =
                ledger(new SupplyTroubles(List.of(), List.of(new SupplyTroubles.Late(supplier, 0, Long.MAX_VALUE, 9))));

        assertThat(first(late, supplier).receivedAt())
                .isEqualTo(first(ledger, supplier).receivedAt() + 9 * DAY);
        assertThat(first(late, supplier).promisedAt())
                .isEqualTo(first(ledger, supplier).promisedAt());
    }

    private static PurchaseOrder.Line first(StockLedger ledger, String supplier) {
        return ledger.purchases().stream()
                .filter(order -> order.supplier().equals(supplier))
                .findFirst()
                .orElseThrow()
                .lines()
                .get(0);
    }

    private List<PurchaseOrder.Line> linesOf(StockLevel level) {
        return ledger.purchases().stream()
                .filter(order -> order.site().equals(level.site()))
                .flatMap(order -> order.lines().stream())
                .filter(line -> line.article() == level.article())
                .toList();
    }

    private StockLedger ledger(SupplyTroubles troubles) {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            articles.add(new Article(i + 1, "S" + i, START, 2_000_000));
        }
        return new StockLedger(Site.of(Region.UK), articles, history.orders(), 1, troubles);
    }

    private static RetailHistory sales() {
        SplittableRandom chance = new SplittableRandom(8);
        List<String> lines = new ArrayList<>();
        for (int day = 1; day <= 27; day++) {
            for (int order = 0; order < 3; order++) {
                String invoice = Integer.toString(day * 10 + order);
                String date = "2011-02-%02d %02d:00:00".formatted(day, 8 + order);
                for (int i = 0; i < ARTICLES; i++) {
                    lines.add(line(invoice, "S" + i, chance.nextInt(1, 60), date, "2", invoice, "United Kingdom"));
                }
            }
        }
        return Retail.history(lines.toArray(String[]::new));
    }
}
