package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.analytics.fact.SalesFact;
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
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalesFactsTest {
    private static final Instant PLACED = Instant.parse("2026-06-01T08:00:00Z");
    private static final long PLACED_MICROS = 1_780_300_800_000_000L;
    private static final SalesFacts FACTS = new SalesFacts("GBP");

    @Test
    void countsAnOrderItsLinesAndItsDiscounts() {
        assertThat(FACTS.of(order().build()).facts())
                .containsExactly(
                        fact(FactKind.ORDER, null, 0, 0, "k1:c1"),
                        fact(FactKind.GOODS, "A", 3, 7_500_000, null),
                        fact(FactKind.DISCOUNT, null, 0, 500_000, null));
    }

    @Test
    void countsARefundsPartsAndTheDiscountsGrantedWithIt() {
        assertThat(FACTS.of(refund().build()).facts())
                .containsExactly(
                        fact(FactKind.RETURN, "A", 1, 2_500_000, null),
                        fact(FactKind.DISCOUNT, null, 0, 250_000, null));
    }

    @Test
    void countsNothingOfWhatWasCancelledOrDeleted() {
        assertThat(FACTS.of(order().setStatus(OrderStatus.CANCELLED).build()).facts())
                .isEmpty();
        assertThat(FACTS.of(order().setOp(Op.DELETE).build()).facts()).isEmpty();
        assertThat(FACTS.of(refund().setOrderStatus(OrderStatus.CANCELLED).build())
                        .facts())
                .isEmpty();
        assertThat(FACTS.of(refund().setOp(Op.DELETE).build()).facts()).isEmpty();
    }

    @Test
    void setsAsideAForeignCurrency() {
        assertUnfit(order().setCurrency("USD"), "foreign-currency");
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

    private static SalesFact fact(
            FactKind kind,
            @org.jspecify.annotations.Nullable String sku,
            long units,
            long amount,
            @org.jspecify.annotations.Nullable String customer) {
        return new SalesFact(kind, PLACED_MICROS, "shopify", "UK", sku, units, amount, customer);
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
