package com.sentia.simulators.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The two months of real data that ship with the project hold all that the demo is to show. */
class ShippedDataTest {
    @SuppressWarnings("NullAway.Init") // read before all tests
    private static RetailHistory history;

    @BeforeAll
    static void read() {
        history = RetailHistory.of(
                RetailFile.read(Path.of("src/main/data/online-retail-2-months.csv.xz")), new DateShift(0));
    }

    @Test
    void isTwoMonthsOfDirtyLines() {
        assertThat(history.linesTotal()).isEqualTo(77_628);
        assertThat(history.linesRejected())
                .isEqualTo(Map.of(Rejection.NOT_A_PRODUCT, 80, Rejection.PRICE_NOT_POSITIVE, 413));
        assertThat(history.linesAccepted()).isEqualTo(77_628 - 80 - 413);
    }

    @Test
    void hasEveryAcceptedLineInOneOrderOrRefund() {
        BitSet lines = new BitSet();
        for (RetailOrder order : history.orders()) {
            if (!order.carrier()) {
                order.goods().forEach(line -> lines.set(line.number()));
                order.shipping().forEach(charge -> lines.set(charge.number()));
                order.discounts().forEach(charge -> lines.set(charge.number()));
            }
            for (Refund refund : order.refunds()) {
                refund.parts().forEach(part -> lines.set(part.sourceLine()));
                refund.shipping().forEach(charge -> lines.set(charge.number()));
                refund.discounts().forEach(charge -> lines.set(charge.number()));
            }
        }

        assertThat(lines.cardinality()).isEqualTo(history.linesAccepted());
    }

    @Test
    void hasAllThatOrdersCanGoThrough() {
        assertThat(orders(order -> order.goods().size() > 250)).isPositive();
        assertThat(orders(order -> order.cancelledAt() != RetailOrder.NEVER)).isPositive();
        assertThat(orders(RetailOrder::carrier)).isPositive();
        assertThat(orders(order -> order.customer() == null)).isPositive();
        assertThat(orders(order -> order.refunds().size() > 1)).isPositive();
        assertThat(orders(order -> !order.shipping().isEmpty())).isPositive();
        for (Region region : Region.values()) {
            assertThat(orders(order -> !order.carrier() && order.region() == region))
                    .as("%s", region)
                    .isPositive();
        }
        assertThat(refunds(refund -> !refund.shipping().isEmpty())).isPositive();
        assertThat(refunds(refund -> !refund.discounts().isEmpty())).isPositive();
        assertThat(refunds(refund -> refund.id() % 1000 > 0))
                .as("cancellations over several orders")
                .isPositive();
    }

    private static long orders(Predicate<RetailOrder> wanted) {
        return history.orders().stream().filter(wanted).count();
    }

    private static long refunds(Predicate<Refund> wanted) {
        return history.orders().stream()
                .flatMap(order -> order.refunds().stream())
                .filter(wanted)
                .count();
    }
}
