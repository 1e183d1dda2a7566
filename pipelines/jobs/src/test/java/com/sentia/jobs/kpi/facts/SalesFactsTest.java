package com.sentia.jobs.kpi.facts;

import static com.sentia.analytics.kpi.Attribute.CHANNEL;
import static com.sentia.analytics.kpi.Attribute.CUSTOMER;
import static com.sentia.analytics.kpi.Attribute.REGION;
import static com.sentia.analytics.kpi.Attribute.SKU;
import static com.sentia.analytics.kpi.Attribute.SOURCE;
import static com.sentia.analytics.kpi.Attribute.STATE;
import static com.sentia.analytics.kpi.Figure.AMOUNT;
import static com.sentia.analytics.kpi.Figure.UNITS;
import static com.sentia.jobs.kpi.facts.MappedFacts.FACTS;
import static com.sentia.jobs.kpi.facts.MappedFacts.assertUnfit;
import static com.sentia.jobs.kpi.facts.MappedFacts.facts;
import static com.sentia.jobs.kpi.facts.Moments.NINE;
import static com.sentia.jobs.kpi.facts.SalesRecords.line;
import static com.sentia.jobs.kpi.facts.SalesRecords.order;
import static com.sentia.jobs.kpi.facts.SalesRecords.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.schemas.Op;
import com.sentia.schemas.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalesFactsTest {
    @Test
    void countsAnOrderItsLinesAndItsDiscounts() {
        assertThat(facts(order().build()))
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
        assertThat(facts(refund().build()))
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
        Instant refundedAt = NINE.plus(Duration.ofDays(9));

        List<Fact> facts =
                facts(refund().setOrderPlacedAt(NINE).setRefundedAt(refundedAt).build());

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
        assertThat(facts(refund().setLines(List.of()).build()))
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
        assertThat(facts(order().setOp(Op.DELETE).build())).isEmpty();
        assertThat(facts(refund().setOrderStatus(OrderStatus.CANCELLED).build()))
                .isEmpty();
        assertThat(facts(refund().setOp(Op.DELETE).build())).isEmpty();
    }

    @Test
    void keepsWhatAmountsAreIn() {
        assertThat(facts(order().setCurrency("USD").build()))
                .filteredOn(fact -> fact.kind() == FactKind.GOODS)
                .isNotEmpty()
                .allMatch(fact -> "USD".equals(fact.currency()));
        assertThat(facts(order().build())).allMatch(fact -> fact.currency() == null);
        assertUnfit(order().setCurrency("QQQ").build(), "unknown-currency");
    }

    @Test
    void setsAsideAStatusItDoesNotKnow() {
        assertUnfit(order().setStatus(OrderStatus.UNKNOWN).build(), "unknown-status");
    }

    @Test
    void setsAsideAnAmountBeyondAnySale() {
        assertUnfit(order().setLines(List.of(line(Long.MAX_VALUE, 2))).build(), "absurd-magnitude");
        assertUnfit(order().setLines(List.of(line(1, 2_000_000_000_000_000L))).build(), "absurd-magnitude");
    }

    private static Fact.Builder fact(FactKind kind) {
        return Fact.of(kind, FactList.micros(NINE))
                .with(SOURCE, "shopify")
                .with(REGION, "UK")
                .with(CHANNEL, "web");
    }
}
