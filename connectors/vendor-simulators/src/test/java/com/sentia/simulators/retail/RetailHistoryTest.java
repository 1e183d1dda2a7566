package com.sentia.simulators.retail;

import static com.sentia.simulators.retail.Retail.history;
import static com.sentia.simulators.retail.Retail.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetailHistoryTest {
    private static RetailOrder order(RetailHistory history, long id) {
        return history.orders().stream()
                .filter(order -> order.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> parts(RetailOrder order) {
        return order.refunds().stream()
                .flatMap(refund -> refund.parts().stream())
                .map(part -> part.id() + ": " + part.units() + " of line "
                        + part.line().number())
                .toList();
    }

    private static long at(String time) {
        return Instant.parse(time).getEpochSecond();
    }

    @Test
    void makesAnOrderOfAnInvoicePlacedAtItsEarliestLine() {
        RetailHistory history = history(
                line("7", "A", 2, "09:30:00", "1.5"),
                line("7", "POST", 1, "09:00:00", "18"),
                line("7", "D", 2, "10:00:00", "3"),
                line("7", "A", 2, "09:30:00", "1.5"));

        RetailOrder order = order(history, 7);

        assertThat(order.placedAt()).isEqualTo(at("2011-02-01T09:00:00Z"));
        assertThat(order.goods()).extracting(OrderLine::number).containsExactly(1, 4);
        assertThat(order.shipping()).containsExactly(new Charge(2, "THING POST", 18_000_000));
        assertThat(order.discounts()).containsExactly(new Charge(3, "THING D", 6_000_000));
        assertThat(order.cancelledAt()).isEqualTo(RetailOrder.NEVER);
    }

    @ParameterizedTest
    @CsvSource({
        "United Kingdom, UK",
        "EIRE, EU",
        "Germany, EU",
        "European Community, USA",
        "Unspecified, USA",
        "Switzerland, USA",
        "Channel Islands, USA"
    })
    void givesAnOrderToTheShopOfItsFirstLinesCountry(String country, Region region) {
        RetailHistory history = history(
                line("7", "A", 2, "2011-02-01 09:30:00", "1", "1", country),
                line("7", "Z", 2, "2011-02-01 09:30:00", "1", "1", "France"));

        assertThat(order(history, 7).region()).isEqualTo(region);
    }

    @Test
    void refundsTheLatestOrderPlacedStrictlyBeforeFirst() {
        RetailHistory history = history(
                line("1", "A", 5, "08:00:00", "1"),
                line("2", "A", 2, "09:00:00", "1"),
                line("2", "A", 1, "09:00:00", "1"),
                line("3", "A", 9, "10:00:00", "1"),
                line("C4", "A", -4, "10:00:00", "2"));

        assertThat(parts(order(history, 3))).isEmpty();
        assertThat(parts(order(history, 2))).containsExactly("5000: 2 of line 2", "5001: 1 of line 3");
        assertThat(parts(order(history, 1))).containsExactly("5002: 1 of line 1");
        assertThat(order(history, 2).refunds().get(0).id()).isEqualTo(4000);
        assertThat(order(history, 1).refunds().get(0).id()).isEqualTo(4001);
        assertThat(order(history, 1).refunds().get(0).amountMicros()).isEqualTo(2_000_000);
    }

    @Test
    void prefersTheHigherInvoiceNumberAmongOrdersOfOneTime() {
        RetailHistory history = history(
                line("12", "A", 1, "08:00:00", "1"),
                line("11", "A", 1, "08:00:00", "1"),
                line("C13", "A", -1, "10:00:00", "1"));

        assertThat(parts(order(history, 12))).hasSize(1);
        assertThat(parts(order(history, 11))).isEmpty();
    }

    @Test
    void takesCancellationsByTimeThenNumberWhateverTheirPlaceInTheFile() {
        RetailHistory history = history(
                line("1", "A", 1, "08:00:00", "1"),
                line("C9", "A", -1, "10:00:00", "1"),
                line("C8", "A", -1, "10:00:00", "1"),
                line("C7", "A", -1, "11:00:00", "1"));

        assertThat(parts(order(history, 1))).containsExactly("3000: 1 of line 1");
        assertThat(history.orders()).extracting(RetailOrder::id).contains(9_000_000_009L, 9_000_000_007L);
    }

    @Test
    void leavesUnitsThatFindNoOrderToARefundWithoutOrder() {
        RetailHistory history = history(
                line("1", "A", 1, "08:00:00", "1"),
                line("C2", "A", -3, "10:00:00", "2"),
                line("C2", "POST", -1, "10:00:00", "5"));

        RetailOrder carrier = order(history, 9_000_000_002L);

        assertThat(carrier.carrier()).isTrue();
        assertThat(carrier.goods()).containsExactly(new OrderLine(2, "A", "THING A", 0, 2_000_000));
        assertThat(carrier.refunds().get(0).id()).isEqualTo(2001);
        assertThat(carrier.refunds().get(0).shipping()).isEmpty();
        assertThat(parts(carrier)).containsExactly("2001: 2 of line 2");
        assertThat(order(history, 1).refunds().get(0).shipping())
                .containsExactly(new Charge(3, "THING POST", 5_000_000));
    }

    @Test
    void keepsShippingAndDiscountsOfACancellationWithoutGoods() {
        RetailHistory history = history(
                line("1", "A", 1, "08:00:00", "1"),
                line("C2", "D", -1, "10:00:00", "2"),
                line("C2", "POST", -1, "10:00:00", "5"));

        RetailOrder carrier = order(history, 9_000_000_002L);

        assertThat(carrier.refunds().get(0).discounts()).containsExactly(new Charge(2, "THING D", 2_000_000));
        assertThat(carrier.shipping()).containsExactly(new Charge(3, "THING POST", 0));
        assertThat(carrier.discounts()).isEmpty();
    }

    @Test
    void findsNoOrderForALineWithoutCustomerOrOfAnotherCustomer() {
        RetailHistory history = history(
                line("1", "A", 1, "2011-02-01 08:00:00", "1", "", "France"),
                line("2", "A", 1, "2011-02-01 08:00:00", "1", "5", "France"),
                line("C3", "A", -1, "2011-02-01 09:00:00", "1", "", "France"),
                line("C4", "A", -1, "2011-02-01 09:00:00", "1", "6", "France"));

        assertThat(parts(order(history, 1))).isEmpty();
        assertThat(parts(order(history, 2))).isEmpty();
        assertThat(order(history, 9_000_000_003L).region()).isEqualTo(Region.EU);
    }

    @Test
    void cancelsAnOrderWhoseGoodsAreAllTakenBackWithin24Hours() {
        RetailHistory history = history(
                line("1", "A", 2, "08:00:00", "1"),
                line("1", "Z", 1, "08:00:00", "1"),
                line("1", "POST", 1, "08:00:00", "1"),
                line("C2", "A", -2, "09:00:00", "1"),
                line("C3", "Z", -1, "2011-02-02 08:00:00", "1", "17850", "United Kingdom"));

        RetailOrder order = order(history, 1);

        assertThat(order.cancelledAt()).isEqualTo(at("2011-02-02T08:00:00Z"));
        assertThat(order.isCancelledBy(at("2011-02-02T07:59:59Z"))).isFalse();
        assertThat(order.updatedAt(at("2011-02-02T07:59:59Z"))).isEqualTo(at("2011-02-01T09:00:00Z"));
        assertThat(order.updatedAt(at("2011-02-03T00:00:00Z"))).isEqualTo(at("2011-02-02T08:00:00Z"));
    }

    @Test
    void doesNotCancelWhatIsTakenBackLaterOrInPartOrHasNoGoods() {
        RetailHistory history = history(
                line("1", "A", 1, "08:00:00", "1"),
                line("2", "Z", 2, "08:00:00", "1"),
                line("3", "POST", 1, "08:00:00", "1"),
                line("C4", "Z", -1, "09:00:00", "1"),
                line("C5", "A", -1, "2011-02-02 08:00:01", "1", "17850", "United Kingdom"));

        assertThat(history.orders()).extracting(RetailOrder::cancelledAt).containsOnly(RetailOrder.NEVER);
    }

    @Test
    void knowsWhenAShareOfTheLinesHadHappened() {
        RetailHistory history = history(
                line("1", "A", 1, "08:00:00", "1"),
                line("2", "A", 1, "10:00:00", "1"),
                line("3", "A", 1, "09:00:00", "1"),
                line("4", "A", 1, "11:00:00", "1"));

        assertThat(history.whenShareHadHappened(0)).isEqualTo(at("2011-02-01T07:59:59Z"));
        assertThat(history.whenShareHadHappened(0.5)).isEqualTo(at("2011-02-01T09:00:00Z"));
        assertThat(history.whenShareHadHappened(1)).isEqualTo(at("2011-02-01T11:00:00Z"));
        assertThat(history.end()).isEqualTo(at("2011-02-01T11:00:00Z"));
    }
}
