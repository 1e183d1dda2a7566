package com.sentia.simulators.company;

import static com.sentia.simulators.retail.Retail.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.simulators.company.FulfilmentOrder.Consignment;
import com.sentia.simulators.company.FulfilmentOrder.State;
import com.sentia.simulators.retail.OrderLine;
import com.sentia.simulators.retail.Refund;
import com.sentia.simulators.retail.Region;
import com.sentia.simulators.retail.Retail;
import com.sentia.simulators.retail.RetailHistory;
import com.sentia.simulators.retail.RetailOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FulfilmentOrderTest {
    private static final long DAY = 86_400;
    private static final long VAN = 16 * 3_600;
    private static final long HALF_A_YEAR = 180 * DAY;

    private final RetailHistory history = sales();
    private final StockLedger ledger =
            new StockLedger(Site.of(Region.UK), articles("A", "B", "K"), history.orders(), 1, SupplyTroubles.NONE);

    @Test
    void hasEveryLineThatWasSoldOnceAndSendsOrCallsOffAllOfIt() {
        long end = history.end() + HALF_A_YEAR;
        Set<Integer> sold = new HashSet<>();
        history.orders().stream()
                .filter(order -> !order.carrier())
                .forEach(order -> order.goods().forEach(line -> sold.add(line.number())));
        List<Integer> told = new ArrayList<>();
        for (FulfilmentOrder one : ledger.fulfilments()) {
            one.lines().forEach(line -> told.add(line.number()));
            assertThat(one.state(end)).isIn(State.CLOSED, State.CANCELLED);
            assertThat(one.lines())
                    .allSatisfy(line -> assertThat(one.remaining(line, end)).isZero());
        }
        assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(sold);
        assertThat(ledger.fulfilments()).anyMatch(one -> one.consignments(end).size() > 1);
        assertThat(ledger.fulfilments()).anyMatch(one -> one.state(end) == State.CANCELLED);
    }

    @Test
    void tellsOfEachMomentOnlyWhatHadHappenedByThen() {
        for (FulfilmentOrder one : ledger.fulfilments()) {
            long end = history.end() + HALF_A_YEAR;
            List<Consignment> all = one.consignments(end);
            long[] moments = LongStream.rangeClosed(0, 40)
                    .map(day -> one.createdAt() + day * DAY / 2)
                    .toArray();
            for (long moment : moments) {
                List<Consignment> seen = one.consignments(moment);
                assertThat(all.subList(0, seen.size())).isEqualTo(seen);
                assertThat(one.updatedAt(moment)).isBetween(one.createdAt(), moment);
                int left = 0;
                for (OrderLine line : one.lines()) {
                    assertThat(one.remaining(line, moment)).isBetween(0, one.total(line, moment));
                    left += one.remaining(line, moment);
                }
                assertThat(one.state(moment) == State.OPEN || one.state(moment) == State.IN_PROGRESS)
                        .isEqualTo(left > 0);
                assertThat(one.state(moment) == State.IN_PROGRESS || one.state(moment) == State.CLOSED)
                        .isEqualTo(!seen.isEmpty());
            }
            assertThat(all)
                    .allSatisfy(van -> assertThat(Math.floorMod(van.at(), DAY)).isEqualTo(VAN));
        }
    }

    @Test
    void callsOffOnlyWhatARefundGaveBack() {
        long end = history.end() + HALF_A_YEAR;
        for (FulfilmentOrder one : ledger.fulfilments()) {
            for (OrderLine line : one.lines()) {
                int calledOff = line.quantity() - one.total(line, end);
                assertThat(calledOff).isBetween(0, refunded(one.order(), line));
            }
        }
    }

    private static int refunded(RetailOrder order, OrderLine line) {
        return order.refunds().stream()
                .map(Refund::parts)
                .flatMap(List::stream)
                .filter(part -> part.line().number() == line.number())
                .mapToInt(part -> part.units())
                .sum();
    }

    private static RetailHistory sales() {
        SplittableRandom chance = new SplittableRandom(5);
        List<String> lines = new ArrayList<>();
        for (int day = 1; day <= 27; day++) {
            for (int order = 0; order < 4; order++) {
                String invoice = Integer.toString(day * 10 + order);
                for (String sku : List.of("A", "B", "K")) {
                    int units = chance.nextInt(1, 60);
                    String date = "2011-02-%02d %02d:00:00".formatted(day, 8 + order);
                    lines.add(line(invoice, sku, units, date, "2", invoice, "United Kingdom"));
                    if (chance.nextInt(4) == 0) {
                        String back = "2011-02-%02d %02d:30:00".formatted(day, 8 + order);
                        lines.add(line("C9" + invoice, sku, -units, back, "2", invoice, "United Kingdom"));
                    }
                }
            }
        }
        lines.add(line("999", "A", 5_000, "2011-02-27 18:00:00", "2", "1", "United Kingdom"));
        lines.add(line("C999", "A", -5_000, "2011-02-27 18:05:00", "2", "1", "United Kingdom"));
        return Retail.history(lines.toArray(String[]::new));
    }

    private static List<Article> articles(String... skus) {
        List<Article> articles = new ArrayList<>();
        for (String sku : skus) {
            articles.add(new Article(articles.size() + 1, sku, 0, 2_000_000));
        }
        return articles;
    }
}
