package com.sentia.jobs.kpi.facts;

import static com.sentia.analytics.kpi.Attribute.CHANNEL;
import static com.sentia.analytics.kpi.Attribute.CUSTOMER;
import static com.sentia.analytics.kpi.Attribute.REGION;
import static com.sentia.analytics.kpi.Attribute.SKU;
import static com.sentia.analytics.kpi.Attribute.SOURCE;
import static com.sentia.analytics.kpi.Attribute.STATE;
import static com.sentia.analytics.kpi.Figure.AMOUNT;
import static com.sentia.analytics.kpi.Figure.UNITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.runtime.UnfitRecordException;
import com.sentia.schemas.Op;
import com.sentia.schemas.OrderDiscount;
import com.sentia.schemas.OrderLine;
import com.sentia.schemas.OrderStatus;
import com.sentia.schemas.RefundAdjustment;
import com.sentia.schemas.RefundLine;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SalesRefund;
import com.sentia.schemas.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalFactsTest {
    private static final Instant PLACED = Instant.parse("2026-06-01T08:00:00Z");
    private static final long PLACED_MICROS = 1_780_300_800_000_000L;
    private static final CanonicalFacts FACTS = new CanonicalFacts("GBP", ZoneId.of("Europe/London"));

    @Test
    void countsAnOrderItsLinesAndItsDiscounts() {
        assertThat(facts(order()))
                .containsExactly(
                        fact(FactKind.PLACEMENT).with(STATE, "placed").build(),
                        fact(FactKind.GOODS)
                                .with(SKU, "A")
                                .with(UNITS, 3)
                                .with(AMOUNT, 7_500_000)
                                .build(),
                        fact(FactKind.DISCOUNT).with(AMOUNT, 500_000).build(),
                        fact(FactKind.ORDER)
                                .with(CUSTOMER, "k1:c1")
                                .with(AMOUNT, 7_000_000)
                                .build());
    }

    @Test
    void countsARefundsPartsAndTheDiscountsGrantedWithIt() {
        assertThat(facts(refund()))
                .containsExactly(
                        fact(FactKind.RETURN)
                                .with(SKU, "A")
                                .with(UNITS, 1)
                                .with(AMOUNT, 2_500_000)
                                .build(),
                        fact(FactKind.REFUND).with(AMOUNT, 2_500_000).build(),
                        fact(FactKind.DISCOUNT).with(AMOUNT, 250_000).build());
    }

    @Test
    void countsARefundsPartsOnceMoreWhereTheirOrderWasPlaced() {
        Instant refundedAt = PLACED.plus(Duration.ofDays(9));

        List<Fact> facts = facts(refund().setOrderPlacedAt(PLACED).setRefundedAt(refundedAt));

        assertThat(facts)
                .filteredOn(fact -> fact.kind() == FactKind.COHORT_RETURN)
                .containsExactly(fact(FactKind.COHORT_RETURN)
                        .with(SKU, "A")
                        .with(UNITS, 1)
                        .with(AMOUNT, 2_500_000)
                        .build());
        assertThat(facts)
                .filteredOn(fact -> fact.kind() != FactKind.COHORT_RETURN)
                .extracting(Fact::kind, Fact::timeMicros)
                .containsExactly(
                        tuple(FactKind.RETURN, FactList.micros(refundedAt)),
                        tuple(FactKind.REFUND, FactList.micros(refundedAt)),
                        tuple(FactKind.DISCOUNT, FactList.micros(refundedAt)));
    }

    @Test
    void doesNotCountAsRefundWhatOnlyGrantsADiscount() {
        assertThat(facts(refund().setLines(List.of())))
                .containsExactly(fact(FactKind.DISCOUNT).with(AMOUNT, 250_000).build());
    }

    @Test
    void knowsOfACancelledOrderOnlyThatItWasPlaced() {
        EntityFacts cancelled =
                FACTS.of(order().setStatus(OrderStatus.CANCELLED).build()).facts();

        assertThat(cancelled.isLive()).isFalse();
        assertThat(cancelled.facts())
                .containsExactly(
                        fact(FactKind.PLACEMENT).with(STATE, "cancelled").build());
    }

    @Test
    void countsNothingOfWhatWasDeletedOrBelongsToACancelledOrder() {
        assertThat(facts(order().setOp(Op.DELETE))).isEmpty();
        assertThat(facts(refund().setOrderStatus(OrderStatus.CANCELLED))).isEmpty();
        assertThat(facts(refund().setOp(Op.DELETE))).isEmpty();
    }

    @Test
    void keepsWhatAmountsAreIn() {
        assertThat(facts(order().setCurrency("USD")))
                .filteredOn(fact -> fact.kind() == FactKind.GOODS)
                .isNotEmpty()
                .allMatch(fact -> "USD".equals(fact.currency()));
        assertThat(facts(order())).allMatch(fact -> fact.currency() == null);
        assertUnfit(order().setCurrency("QQQ"), "unknown-currency");
    }

    @Test
    void setsAsideAStatusItDoesNotKnow() {
        assertUnfit(order().setStatus(OrderStatus.UNKNOWN), "unknown-status");
    }

    @Test
    void setsAsideAnAmountBeyondAnySale() {
        assertUnfit(order().setLines(List.of(line(Long.MAX_VALUE, 2))), "absurd-magnitude");
        assertUnfit(order().setLines(List.of(line(1, 2_000_000_000_000_000L))), "absurd-magnitude");
    }

    private static void assertUnfit(SalesOrder.Builder order, String reason) {
        assertThatThrownBy(() -> FACTS.of(order.build()))
                .isInstanceOfSatisfying(
                        UnfitRecordException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static List<Fact> facts(SalesOrder.Builder order) {
        return FACTS.of(order.build()).facts().facts();
    }

    private static List<Fact> facts(SalesRefund.Builder refund) {
        return FACTS.of(refund.build()).facts().facts();
    }

    private static Fact.Builder fact(FactKind kind) {
        return Fact.of(kind, PLACED_MICROS)
                .with(SOURCE, "shopify")
                .with(REGION, "UK")
                .with(CHANNEL, "web");
    }

    private static OrderLine line(long quantity, long unitPriceMicros) {
        return OrderLine.newBuilder()
                .setLineId("1")
                .setSku("A")
                .setQuantity(quantity)
                .setUnitPriceMicros(unitPriceMicros)
                .build();
    }

    private static SalesOrder.Builder order() {
        return SalesOrder.newBuilder()
                .setSource("shopify")
                .setUnit("uk")
                .setOrderId("1")
                .setVersion(new Version(1L, 2, 3L))
                .setOp(Op.UPSERT)
                .setStatus(OrderStatus.PLACED)
                .setPlacedAt(PLACED)
                .setUpdatedAt(PLACED)
                .setRegion("UK")
                .setChannel("web")
                .setCurrency("GBP")
                .setCustomerKey("k1:c1")
                .setLines(List.of(line(3, 2_500_000)))
                .setDiscounts(List.of(new OrderDiscount("d", 500_000L)))
                .setShipping(List.of());
    }

    private static SalesRefund.Builder refund() {
        return SalesRefund.newBuilder()
                .setSource("shopify")
                .setUnit("uk")
                .setRefundId("1")
                .setOrderId("1")
                .setVersion(new Version(1L, 2, 3L))
                .setOp(Op.UPSERT)
                .setOrderStatus(OrderStatus.PLACED)
                .setRefundedAt(PLACED)
                .setRegion("UK")
                .setChannel("web")
                .setCurrency("GBP")
                .setLines(List.of(new RefundLine("1", "A", 1L, 2_500_000L, null)))
                .setAdjustments(List.of(new RefundAdjustment("a", 250_000L)))
                .setShipping(List.of());
    }
}
