package com.sentia.simulators.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.simulators.company.Article;
import com.sentia.simulators.company.Site;
import com.sentia.simulators.company.StockLedger;
import com.sentia.simulators.company.StockLevel;
import com.sentia.simulators.company.Suppliers;
import com.sentia.simulators.company.SupplyTroubles;
import com.sentia.simulators.retail.OrderLine;
import com.sentia.simulators.retail.Region;
import com.sentia.simulators.retail.RetailHistory;
import com.sentia.simulators.retail.RetailOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SupplyIncidentsTest {
    private static final long SEED = 1;
    private static final IncidentPlan PLAN = Shipped.plan(1);
    private static final List<RetailOrder> ORDERS = ordersOf(Shipped.history(PLAN), Region.UK);
    private static final Map<String, Article> ARTICLES = articles();

    @Test
    void leavesNoneOfAnArticleAnywhereWhileItIsOut() {
        StockLedger ledger = ledger(PLAN.supply());

        assertThat(Shipped.of(PLAN, IncidentKind.STOCK_OUT)).isNotEmpty().allSatisfy(out -> {
            long from = out.start().getEpochSecond();
            long until = out.end().getEpochSecond();
            for (StockLevel level : levels(ledger, out.root().value())) {
                for (long at = from; at < until; at += 3_600) {
                    level.at(at).ifPresent(stock -> assertThat(stock.onHand()).isZero());
                }
            }
            assertThat(onHand(ledger, out.root().value(), until)).isPositive();
            assertThat(onHand(ledger(SupplyTroubles.NONE), out.root().value(), from))
                    .isPositive();
        });
    }

    @Test
    void takesInNothingOfALateSupplier() {
        StockLedger ledger = ledger(PLAN.supply());
        List<Incident> latenesses = Shipped.of(PLAN, IncidentKind.LATE_SUPPLIER);

        assertThat(latenesses).isNotEmpty().allSatisfy(late -> {
            long usual = arrivals(ledger(SupplyTroubles.NONE), late);
            assertThat(usual).isPositive();
            assertThat(arrivals(ledger, late)).isLessThan(usual / 4);
        });
    }

    /** How often less came in while the supplier was late: units under way that turned into units on hand. */
    private static long arrivals(StockLedger ledger, Incident late) {
        return ledger.changes(late.start().getEpochSecond() - 1, late.end().getEpochSecond() - 1).stream()
                .filter(change ->
                        Suppliers.of(skuOf(change.level())).equals(late.root().value()))
                .filter(change -> change.level().at(change.at() - 1).stream()
                        .anyMatch(before -> before.incoming()
                                > change.level().at(change.at()).orElseThrow().incoming()))
                .count();
    }

    private static String skuOf(StockLevel level) {
        return ARTICLES.values().stream()
                .filter(article -> article.id() == level.article())
                .findFirst()
                .orElseThrow()
                .sku();
    }

    private static long onHand(StockLedger ledger, String sku, long second) {
        return levels(ledger, sku).stream()
                .flatMap(level -> level.at(second).stream())
                .mapToLong(stock -> stock.onHand())
                .sum();
    }

    private static List<StockLevel> levels(StockLedger ledger, String sku) {
        Article article = ARTICLES.getOrDefault(sku, new Article(0, sku, 0, 0));
        return ledger.sites().stream()
                .flatMap(site -> ledger.level(article.id(), site.id()).stream())
                .toList();
    }

    private static StockLedger ledger(SupplyTroubles troubles) {
        return new StockLedger(Site.of(Region.UK), List.copyOf(ARTICLES.values()), ORDERS, SEED, troubles);
    }

    private static List<RetailOrder> ordersOf(RetailHistory history, Region region) {
        return history.orders().stream()
                .filter(order -> order.region() == region && !order.carrier())
                .toList();
    }

    private static Map<String, Article> articles() {
        Map<String, Article> articles = new LinkedHashMap<>();
        for (RetailOrder order : ORDERS) {
            for (OrderLine line : order.goods()) {
                articles.putIfAbsent(
                        line.sku(), new Article(line.number(), line.sku(), order.placedAt(), line.priceMicros()));
            }
        }
        return articles;
    }
}
