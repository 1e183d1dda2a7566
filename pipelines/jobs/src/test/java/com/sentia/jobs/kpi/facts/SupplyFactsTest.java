package com.sentia.jobs.kpi.facts;

import static com.sentia.jobs.kpi.facts.MappedFacts.FACTS;
import static com.sentia.jobs.kpi.facts.MappedFacts.assertUnfit;
import static com.sentia.jobs.kpi.facts.MappedFacts.facts;
import static com.sentia.jobs.kpi.facts.MappedFacts.one;
import static com.sentia.jobs.kpi.facts.Moments.EVENING;
import static com.sentia.jobs.kpi.facts.Moments.LATE;
import static com.sentia.jobs.kpi.facts.Moments.NINE;
import static com.sentia.jobs.kpi.facts.SupplyRecords.purchase;
import static com.sentia.jobs.kpi.facts.SupplyRecords.stock;
import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.schemas.Op;
import com.sentia.schemas.PurchaseLine;
import com.sentia.schemas.PurchaseOrder;
import com.sentia.schemas.PurchaseReceipt;
import com.sentia.schemas.PurchaseStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupplyFactsTest {
    @Test
    void countsOfACancelledPurchaseWhatCame() {
        PurchaseOrder.Builder order = purchase();

        assertThat(one(facts(order.build()), FactKind.PURCHASE).figure(Figure.AMOUNT))
                .isEqualTo(20_000_000);
        List<Fact> cancelled = facts(order.setStatus(PurchaseStatus.CANCELLED).build());
        assertThat(cancelled).extracting(Fact::kind).containsExactly(FactKind.PURCHASE, FactKind.RECEIPT);
        assertThat(one(cancelled, FactKind.PURCHASE).figure(Figure.UNITS)).isEqualTo(4);
        assertThat(one(cancelled, FactKind.RECEIPT).figure(Figure.REQUESTED)).isEqualTo(5);
        assertThat(facts(order.setStatus(PurchaseStatus.DRAFT).build())).isEmpty();
    }

    @Test
    void tellsHowLongEachLineOfACompletePurchaseTook() {
        PurchaseOrder.Builder order = purchase();
        PurchaseReceipt first = order.getReceipts().get(0);
        PurchaseReceipt last = PurchaseReceipt.newBuilder(first)
                .setReceiptId("s")
                .setReceivedAt(LATE.plusSeconds(59))
                .build();
        PurchaseLine nothingCame = PurchaseLine.newBuilder(order.getLines().get(0))
                .setPurchaseLineId("m")
                .build();
        order.setReceipts(List.of(last, first))
                .setLines(List.of(order.getLines().get(0), nothingCame));

        assertThat(facts(order.build())).extracting(Fact::kind).doesNotContain(FactKind.LEAD_TIME);
        Fact time = one(facts(order.setReceivedAt(LATE).build()), FactKind.LEAD_TIME);
        assertThat(time.timeMicros()).isEqualTo(FactList.micros(LATE.plusSeconds(59)));
        assertThat(time.text(Attribute.SKU)).isEqualTo("A");
        assertThat(time.text(Attribute.SUPPLIER)).isEqualTo("S1");
        // From 9:00 to 23:30:59: whole minutes.
        assertThat(time.figure(Figure.MINUTES)).isEqualTo(870);
        assertThat(time.figure(Figure.MINUTES_SQUARED)).isEqualTo(756_900);
        assertThat(facts(order.setStatus(PurchaseStatus.CANCELLED).build()))
                .extracting(Fact::kind)
                .doesNotContain(FactKind.LEAD_TIME);
        assertThat(facts(order.setStatus(PurchaseStatus.RECEIVED)
                        .setOrderedAt(null)
                        .build()))
                .extracting(Fact::kind)
                .doesNotContain(FactKind.LEAD_TIME);
        assertUnfit(order.setOrderedAt(NINE.minus(Duration.ofDays(20 * 365))).build(), "absurd-magnitude");
    }

    @Test
    void tellsOfOneLevelInstantByInstant() {
        CanonicalFacts.Entity morning = FACTS.of(stock().build());
        CanonicalFacts.Entity evening = FACTS.of(stock().setMeasuredAt(EVENING).build());

        assertThat(morning.key()).isEqualTo("stock/main/W1/A-1").isEqualTo(evening.key());
        assertThat(morning.levelAt()).isEqualTo(FactList.micros(NINE));
        assertThat(evening.levelAt()).isEqualTo(FactList.micros(EVENING));
    }

    @Test
    void saysWhatAWarehouseHoldsAndWhatItIsWorth() {
        Fact level = one(facts(stock().build()), FactKind.STOCK);

        assertThat(level.figure(Figure.ON_HAND)).isEqualTo(7);
        assertThat(level.figure(Figure.AVAILABLE)).isZero();
        assertThat(level.figure(Figure.AMOUNT)).isEqualTo(14_000_000);
        assertThat(level.figure(Figure.STOCKED)).isEqualTo(1);
        assertThat(level.figure(Figure.OUT)).isEqualTo(1);
        assertThat(level.figure(Figure.INCOMING)).isEqualTo(30);
        assertThat(level.figure(Figure.NEGATIVE)).isZero();
        Fact less = one(facts(stock().setOnHand(-1).build()), FactKind.STOCK);
        assertThat(less.figure(Figure.NEGATIVE)).isEqualTo(1);
        assertThat(less.figure(Figure.AMOUNT)).isZero();
        assertThat(one(facts(stock().setUnitCostMicros(null).build()), FactKind.STOCK)
                        .figure(Figure.AMOUNT))
                .isZero();
        assertThat(facts(stock().setOp(Op.DELETE).build())).isEmpty();
        assertUnfit(stock().setCurrency(null).build(), "unknown-currency");
        assertUnfit(stock().setOnHand(Long.MAX_VALUE).build(), "absurd-magnitude");
    }
}
