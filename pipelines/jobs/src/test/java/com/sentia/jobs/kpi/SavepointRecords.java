package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.rate.RateVersion;
import com.sentia.jobs.kpi.facts.FulfilmentRecords;
import com.sentia.jobs.kpi.facts.SalesRecords;
import com.sentia.jobs.kpi.facts.SupplyRecords;
import com.sentia.schemas.FulfilmentShipment;
import com.sentia.schemas.InventoryLevel;
import com.sentia.schemas.OrderLine;
import com.sentia.schemas.RefundLine;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SalesRefund;
import com.sentia.schemas.ShipmentStatus;
import com.sentia.schemas.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What happens as a rule in the shop of the committed savepoint: records by numbers, to be changed where its script says otherwise. */
final class SavepointRecords {
    static final String UNIT = "uk";
    static final int ORDERS_A_DAY = 5;

    private static final Instant FIRST_MORNING = at("03-26T08:00");
    /** Of a pound, a euro or a dollar. */
    private static final long MICROS_OF_ONE = 1_000_000L;

    private SavepointRecords() {}

    static SalesOrder.Builder order(int n, Instant updated) {
        return SalesRecords.order()
                .setUnit(UNIT)
                .setOrderId(id(n))
                .setVersion(version(updated))
                .setUpdatedAt(updated)
                .setPlacedAt(placed(n))
                .setRegion(n % 3 == 0 ? "EU" : "UK")
                .setCustomerKey(customer(n))
                .setCurrency(currency(n))
                .setLines(List.of(line("S" + n % 3, 1 + n % 4, 10 + n % 5)))
                .setDiscounts(List.of());
    }

    static OrderLine line(String sku, long quantity, long price) {
        return OrderLine.newBuilder(SalesRecords.line(quantity, price * MICROS_OF_ONE))
                .setSku(sku)
                .build();
    }

    static SalesRefund.Builder refund(
            String id, String order, Instant refunded, Instant updated, String sku, long amount, String currency) {
        return SalesRecords.refund()
                .setUnit(UNIT)
                .setRefundId(id)
                .setOrderId(order)
                .setVersion(version(updated))
                .setRefundedAt(refunded)
                .setCurrency(currency)
                .setLines(List.of(new RefundLine("1", sku, 1L, amount * MICROS_OF_ONE, null)))
                .setAdjustments(List.of());
    }

    static FulfilmentShipment.Builder shipment(int n, Duration afterOrder, Instant updated) {
        return FulfilmentRecords.shipment()
                .setUnit(UNIT)
                .setShipmentId(id(n))
                .setOrderId(id(n))
                .setVersion(version(updated))
                .setUpdatedAt(updated)
                .setStatus(ShipmentStatus.SHIPPED)
                .setOrderPlacedAt(placed(n))
                .setShippedAt(placed(n).plus(afterOrder));
    }

    static InventoryLevel.Builder stock(String sku, Instant measured, Instant updated, long onHand) {
        return SupplyRecords.stock()
                .setLevelId("W1/" + sku + "/" + measured)
                .setVersion(version(updated))
                .setUpdatedAt(updated)
                .setSku(sku)
                .setMeasuredAt(measured)
                .setCurrency(sku.equals("S1") ? "EUR" : "GBP")
                .setOnHand(onHand);
    }

    /** @param nanos billionths of a pound */
    static RateVersion rate(String currency, String day, Instant updated, long nanos) {
        long micros = micros(updated);
        return new RateVersion(
                currency,
                LocalDate.parse("2026-" + day).toEpochDay(),
                nanos,
                "rates",
                new EntityVersion(micros, 2, micros));
    }

    /** When the n-th order is placed. */
    static Instant placed(int n) {
        return FIRST_MORNING.plus(Duration.ofDays(n / ORDERS_A_DAY)).plus(Duration.ofHours(3L * (n % ORDERS_A_DAY)));
    }

    /** By whom. */
    static String customer(int n) {
        return "c" + n * n % 11;
    }

    private static String currency(int n) {
        return n % 5 == 1 ? "EUR" : n % 10 == 4 ? "USD" : "GBP";
    }

    private static String id(int n) {
        return "A%02d".formatted(n);
    }

    private static Version version(Instant updated) {
        return new Version(micros(updated), 2, micros(updated));
    }

    /** An instant of that year, UTC. */
    static Instant at(String text) {
        return Instant.parse("2026-" + text + ":00Z");
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
