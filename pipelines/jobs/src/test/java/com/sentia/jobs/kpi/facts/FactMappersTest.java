package com.sentia.jobs.kpi.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.runtime.UnfitRecordException;
import com.sentia.schemas.AccountClass;
import com.sentia.schemas.BalanceBasis;
import com.sentia.schemas.BalanceScenario;
import com.sentia.schemas.CashDirection;
import com.sentia.schemas.DefectDisposition;
import com.sentia.schemas.FinanceBalance;
import com.sentia.schemas.FinanceInvoice;
import com.sentia.schemas.FinancePayment;
import com.sentia.schemas.FulfilmentShipment;
import com.sentia.schemas.InspectionDefect;
import com.sentia.schemas.InventoryLevel;
import com.sentia.schemas.InvoiceKind;
import com.sentia.schemas.InvoiceLine;
import com.sentia.schemas.InvoiceSettlement;
import com.sentia.schemas.InvoiceStatus;
import com.sentia.schemas.MachineReading;
import com.sentia.schemas.MachineState;
import com.sentia.schemas.Op;
import com.sentia.schemas.PaymentKind;
import com.sentia.schemas.PaymentStatus;
import com.sentia.schemas.ProductionRun;
import com.sentia.schemas.PurchaseLine;
import com.sentia.schemas.PurchaseOrder;
import com.sentia.schemas.PurchaseReceipt;
import com.sentia.schemas.PurchaseStatus;
import com.sentia.schemas.QualityInspection;
import com.sentia.schemas.RunMaterial;
import com.sentia.schemas.RunStatus;
import com.sentia.schemas.SettlementKind;
import com.sentia.schemas.ShipmentDirection;
import com.sentia.schemas.ShipmentLine;
import com.sentia.schemas.ShipmentStatus;
import com.sentia.schemas.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class FactMappersTest {
    private static final CanonicalFacts FACTS = new CanonicalFacts("GBP", ZoneId.of("Europe/London"));
    /** A hundred million pounds. */
    private static final long MOST_MONEY = 100_000_000_000_000L;

    private static final Version VERSION = new Version(1L, 2, 3L);
    private static final Instant NINE = Instant.parse("2026-06-01T09:00:00Z");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-06-01T20:00:00Z");
    /** The next day in London, the same in UTC. */
    private static final Instant LATE = Instant.parse("2026-06-01T23:30:00Z");

    @Test
    void countsAConsignmentByWhatItBroughtAndKept() {
        FulfilmentShipment.Builder shipment = shipment()
                .setShippedAt(NOON)
                .setPromisedShipAt(NOON)
                .setDeliveredAt(EVENING)
                .setPromisedDeliveryAt(EVENING)
                .setStatus(ShipmentStatus.DELIVERED);

        List<Fact> facts = facts(shipment.build());

        assertThat(one(facts, FactKind.REQUEST).figure(Figure.REQUESTED)).isEqualTo(3);
        assertThat(one(facts, FactKind.REQUEST).figure(Figure.UNITS)).isEqualTo(3);
        assertThat(one(facts, FactKind.REQUEST).timeMicros()).isEqualTo(FactList.micros(NINE));
        assertThat(one(facts, FactKind.COST).figure(Figure.AMOUNT)).isEqualTo(6_000_000);
        assertThat(one(facts, FactKind.DISPATCH).figure(Figure.DURATION)).isEqualTo(3 * 3_600_000L);
        assertThat(one(facts, FactKind.CARRIAGE).figure(Figure.AMOUNT)).isEqualTo(4_000_000);
        assertThat(one(facts, FactKind.SHIP_PROMISE).text(Attribute.STATE)).isEqualTo("kept");
        assertThat(one(facts, FactKind.DELIVERY_PROMISE).text(Attribute.STATE)).isEqualTo("perfect");
        assertThat(state(shipment.setComplaints(1), FactKind.DELIVERY_PROMISE)).isEqualTo("kept");
        assertThat(state(shipment.setDeliveredAt(LATE), FactKind.DELIVERY_PROMISE))
                .isEqualTo("missed");
        assertThat(state(shipment.setShippedAt(EVENING), FactKind.SHIP_PROMISE)).isEqualTo("missed");
    }

    @Test
    void takesAPromiseForMissedUntilItIsKept() {
        List<Fact> facts = facts(shipment().setPromisedShipAt(NOON).build());

        assertThat(facts).extracting(Fact::kind).containsExactly(FactKind.REQUEST, FactKind.SHIP_PROMISE);
        assertThat(one(facts, FactKind.REQUEST).figure(Figure.UNITS)).isZero();
        assertThat(one(facts, FactKind.SHIP_PROMISE).text(Attribute.STATE)).isEqualTo("missed");
    }

    @Test
    void takesRestockedUnitsOffTheCostOfGoods() {
        FulfilmentShipment back = shipment()
                .setDirection(ShipmentDirection.RETURN)
                .setDeliveredAt(EVENING)
                .build();

        Fact cost = one(facts(back), FactKind.COST);

        assertThat(cost.timeMicros()).isEqualTo(FactList.micros(EVENING));
        assertThat(cost.figure(Figure.UNITS)).isEqualTo(-2);
        assertThat(cost.figure(Figure.AMOUNT)).isEqualTo(-4_000_000);
    }

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
    void countsARunWholeWhenItHasEnded() {
        ProductionRun.Builder run = run();

        assertThat(facts(run.setEndedAt(null).build()))
                .extracting(Fact::kind)
                .containsExactly(FactKind.SCHEDULE, FactKind.WIP);
        List<Fact> ended = facts(run.setEndedAt(NOON).build());
        assertThat(one(ended, FactKind.RUN).figure(Figure.IDEAL_TIME)).isEqualTo(100 * 30_000L);
        assertThat(one(ended, FactKind.SCHEDULE).figure(Figure.UNITS)).isEqualTo(90);
        // 1.5 units of 0.000003 make 0.0000045, half-even 0.000004.
        assertThat(ended)
                .filteredOn(fact -> fact.kind() == FactKind.RUN_COST)
                .extracting(fact -> fact.figure(Figure.AMOUNT))
                .containsExactly(4L, 10L, 20L);
        assertThat(one(ended, FactKind.VARIANCE).figure(Figure.AMOUNT)).isEqualTo(2);
    }

    @Test
    void holdsMaterialInProgressFromStartToEnd() {
        Fact issued = one(facts(run().setEndedAt(null).build()), FactKind.WIP);
        assertThat(issued.timeMicros()).isEqualTo(FactList.micros(NINE));
        assertThat(issued.figure(Figure.AMOUNT)).isEqualTo(4);
        assertThat(issued.text(Attribute.LINE)).isEqualTo("L1");

        assertThat(facts(run().setEndedAt(NOON).build()))
                .filteredOn(fact -> fact.kind() == FactKind.WIP)
                .extracting(fact -> fact.timeMicros() + " " + fact.figure(Figure.AMOUNT))
                .containsExactly(FactList.micros(NINE) + " 4", FactList.micros(NOON) + " -4");
        for (ProductionRun none : List.of(
                run().setStartedAt(null).setEndedAt(null).build(),
                run().setMaterials(List.of()).build(),
                run().setStartedAt(NOON).setEndedAt(NINE).build(),
                run().setOp(Op.DELETE).build())) {
            assertThat(facts(none)).extracting(Fact::kind).doesNotContain(FactKind.WIP);
        }
        assertUnfit(run().setEndedAt(null).setCurrency("USD").build(), "foreign-currency");
    }

    @Test
    void keepsAScheduleOnlyWithinItsBusinessDay() {
        ProductionRun late = run().setEndedAt(LATE).build();

        assertThat(one(facts(late), FactKind.SCHEDULE).figure(Figure.UNITS)).isZero();
    }

    @Test
    void takesACreditNoteOff() {
        FinanceInvoice.Builder invoice = invoice();

        List<Fact> sale = facts(invoice.build());
        assertThat(one(sale, FactKind.INVOICE).text(Attribute.STATE)).isEqualTo("credit");
        assertThat(one(sale, FactKind.INVOICE_LINE).text(Attribute.KIND)).isEqualTo("revenue");
        assertThat(one(sale, FactKind.SETTLEMENT).figure(Figure.DURATION)).isEqualTo(3 * 3_600_000L);
        List<Fact> credit = facts(invoice.setKind(InvoiceKind.SALE_CREDIT).build());
        assertThat(one(credit, FactKind.INVOICE).figure(Figure.AMOUNT)).isEqualTo(-12_000_000);
        assertThat(credit).extracting(Fact::kind).doesNotContain(FactKind.SETTLEMENT);
        assertThat(facts(invoice.setStatus(InvoiceStatus.VOIDED).build())).isEmpty();
    }

    @Test
    void countsMoneyByWhatItWasForAndWhichWayItWent() {
        Fact fee = one(facts(payment().build()), FactKind.PAYMENT);

        assertThat(fee.timeMicros()).isEqualTo(FactList.micros(NOON));
        assertThat(fee.text(Attribute.KIND)).isEqualTo("fee");
        assertThat(fee.text(Attribute.STATE)).isEqualTo("out");
        assertThat(fee.text(Attribute.CURRENCY)).isEqualTo("GBP");
        assertThat(fee.text(Attribute.REGION)).isEqualTo("UK");
        assertThat(fee.text(Attribute.CHANNEL)).isNull();
        // Which way it went is told by the state: the amount has no sign.
        assertThat(fee.figure(Figure.AMOUNT)).isEqualTo(7_500_000);
        assertThat(facts(payment().setStatus(PaymentStatus.VOIDED).build())).isEmpty();
        assertThat(facts(payment().setOp(Op.DELETE).build())).isEmpty();
    }

    @Test
    void countsWhatAnAccountMovedByAtTheStartOfItsPeriod() {
        Fact cost = one(facts(balance().build()), FactKind.MOVEMENT);

        assertThat(cost.timeMicros()).isEqualTo(FactList.micros(NINE));
        assertThat(cost.text(Attribute.KIND)).isEqualTo("cost_of_goods");
        assertThat(cost.text(Attribute.STATE)).isEqualTo("budget");
        assertThat(cost.figure(Figure.AMOUNT)).isEqualTo(-3_000_000);
        Fact standing = one(
                facts(balance()
                        .setBasis(BalanceBasis.STANDING)
                        .setStartsAt(null)
                        .build()),
                FactKind.STANDING);
        assertThat(standing.timeMicros()).isEqualTo(FactList.micros(EVENING));
        assertThat(standing.figure(Figure.AMOUNT)).isEqualTo(-3_000_000);
        assertThat(facts(balance().setOp(Op.DELETE).build())).isEmpty();
    }

    @Test
    void tellsOfOneLevelInstantByInstant() {
        CanonicalFacts canonical = new CanonicalFacts("GBP", ZoneId.of("Europe/London"));
        CanonicalFacts.Entity morning = canonical.of(stock().build());
        CanonicalFacts.Entity evening =
                canonical.of(stock().setMeasuredAt(EVENING).build());

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

    /** Issued at nine, due in the evening of that day, half paid a month later. */
    @Test
    void letsWhatIsOwedGrowOld() {
        Instant paidAt = EVENING.plus(Duration.ofDays(31));
        InvoiceSettlement half = InvoiceSettlement.newBuilder()
                .setSettlementId("s1")
                .setKind(SettlementKind.PAYMENT)
                .setSettledAt(paidAt)
                .setAmountMicros(40_000_000)
                .build();
        List<Fact> owed = facts(invoice()
                        .setIssuedAt(NINE)
                        .setDueAt(EVENING)
                        .setPaidAt(null)
                        .setAmountMicros(100_000_000)
                        .setSettlements(List.of(half))
                        .build())
                .stream()
                .filter(fact -> fact.kind() == FactKind.OWED)
                .toList();

        assertThat(owed(owed, EVENING.minusSeconds(1))).isEqualTo(Map.of("not_due", 100_000_000L));
        assertThat(owed(owed, EVENING.plusSeconds(1))).isEqualTo(Map.of("due_30", 100_000_000L));
        assertThat(owed(owed, EVENING.plus(Duration.ofDays(30)).plusSeconds(1)))
                .isEqualTo(Map.of("due_60", 100_000_000L));
        assertThat(owed(owed, paidAt.plusSeconds(1))).isEqualTo(Map.of("due_60", 60_000_000L));
        assertThat(owed(owed, EVENING.plus(Duration.ofDays(61)))).isEqualTo(Map.of("due_90", 60_000_000L));
        assertThat(owed(owed, EVENING.plus(Duration.ofDays(400)))).isEqualTo(Map.of("due_long", 60_000_000L));
    }

    @Test
    void letsNoCreditNoteGrowOld() {
        List<Fact> owed =
                facts(invoice()
                                .setKind(InvoiceKind.SALE_CREDIT)
                                .setPaidAt(null)
                                .setSettlements(List.of())
                                .build())
                        .stream()
                        .filter(fact -> fact.kind() == FactKind.OWED)
                        .toList();

        assertThat(owed(owed, EVENING.plus(Duration.ofDays(61)))).isEqualTo(Map.of("not_due", -12_000_000L));
    }

    /** What is owed by age just before an instant. */
    private static Map<String, Long> owed(List<Fact> moves, Instant instant) {
        Map<String, Long> owed = new HashMap<>();
        moves.stream()
                .filter(move -> move.timeMicros() < FactList.micros(instant))
                .forEach(move ->
                        owed.merge(String.valueOf(move.text(Attribute.STATE)), move.figure(Figure.AMOUNT), Long::sum));
        owed.values().removeIf(amount -> amount == 0);
        return owed;
    }

    @Test
    void countsAReadingByWhatTheMachineDid() {
        List<Fact> running = facts(reading().build());

        assertThat(running).extracting(Fact::kind).containsExactly(FactKind.READING, FactKind.CYCLE);
        assertThat(one(running, FactKind.READING).timeMicros()).isEqualTo(FactList.micros(NOON));
        assertThat(one(running, FactKind.READING).text(Attribute.STATE)).isEqualTo("running");
        assertThat(one(running, FactKind.READING).text(Attribute.FAILURE)).isNull();
        assertThat(one(running, FactKind.READING).figure(Figure.UNITS)).isEqualTo(12);
        assertThat(one(running, FactKind.READING).figure(Figure.DURATION)).isEqualTo(900_000);
        assertThat(one(running, FactKind.CYCLE).figure(Figure.DURATION)).isEqualTo(75_000);
        List<Fact> down = facts(reading()
                .setState(MachineState.DOWN)
                .setFailureId("F1")
                .setUnits(0)
                .setCycleMillis(null)
                .build());
        assertThat(down).extracting(Fact::kind).containsExactly(FactKind.READING);
        assertThat(one(down, FactKind.READING).text(Attribute.STATE)).isEqualTo("down");
        assertThat(one(down, FactKind.READING).text(Attribute.FAILURE)).isEqualTo("F1");
    }

    @Test
    void countsAnInspectionOfProductionOrOfGoodsReceived() {
        List<Fact> made = facts(inspection().build());

        assertThat(one(made, FactKind.INSPECTION).figure(Figure.UNITS)).isEqualTo(50);
        assertThat(one(made, FactKind.INSPECTION).text(Attribute.KIND)).isEqualTo("production");
        assertThat(made)
                .filteredOn(fact -> fact.kind() == FactKind.DEFECTIVE)
                .extracting(fact -> fact.text(Attribute.DEFECT) + " " + fact.figure(Figure.UNITS))
                .containsExactly("scratch 3", "crack 1");
        List<Fact> received = facts(inspection()
                .setRunId(null)
                .setLine(null)
                .setSupplier("S1")
                .setDefects(List.of())
                .build());
        assertThat(received).extracting(Fact::kind).containsExactly(FactKind.INSPECTION);
        assertThat(one(received, FactKind.INSPECTION).text(Attribute.KIND)).isEqualTo("incoming");
        assertThat(one(received, FactKind.INSPECTION).text(Attribute.SUPPLIER)).isEqualTo("S1");
        assertThat(facts(inspection().setOp(Op.DELETE).build())).isEmpty();
    }

    @Test
    void refusesInstantsThatCanNotBe() {
        for (Instant absurd : List.of(
                Instant.parse("1999-12-31T23:59:59.999999Z"),
                Instant.parse("2100-01-01T00:00:00Z"),
                micros(Long.MIN_VALUE),
                micros(Long.MAX_VALUE))) {
            assertUnfit(payment().setPaidAt(absurd).build(), "absurd-time");
            assertUnfit(run().setEndedAt(absurd).build(), "absurd-time");
            assertUnfit(run().setPlannedEndAt(absurd).build(), "absurd-time");
            assertUnfit(invoice().setPaidAt(absurd).build(), "absurd-time");
            assertUnfit(shipment().setOrderPlacedAt(absurd).build(), "absurd-time");
            assertUnfit(shipment().setPromisedDeliveryAt(absurd).build(), "absurd-time");
        }
        assertUnfit(payment().setVersion(new Version(Long.MAX_VALUE, 2, 3L)).build(), "absurd-time");
    }

    @Test
    void refusesWhatComesAboutYearsAfterItWasTold() {
        Version told = new Version(FactList.micros(NOON), 2, FactList.micros(EVENING));

        FinanceBalance.Builder budget = balance().setVersion(told);
        assertThat(facts(
                        budget.setStartsAt(EVENING.plus(Duration.ofDays(1_098))).build()))
                .hasSize(1);
        assertUnfit(budget.setStartsAt(EVENING.plus(Duration.ofDays(1_099))).build(), "absurd-time");
    }

    @Test
    void refusesMagnitudesThatWouldMakeSumsOverflow() {
        assertThat(facts(payment().setAmountMicros(MOST_MONEY).build())).hasSize(1);
        for (long absurd : new long[] {MOST_MONEY + 1, Long.MAX_VALUE, -MOST_MONEY - 1, Long.MIN_VALUE}) {
            assertUnfit(payment().setAmountMicros(absurd).build(), "absurd-magnitude");
            assertUnfit(balance().setAmountMicros(absurd).build(), "absurd-magnitude");
            // Off the credit note's amount goes its sign, which the least number of all can't lose.
            assertUnfit(
                    invoice()
                            .setKind(InvoiceKind.SALE_CREDIT)
                            .setAmountMicros(absurd)
                            .build(),
                    "absurd-magnitude");
            assertUnfit(run().setLabourMicros(absurd).build(), "absurd-magnitude");
            assertUnfit(reading().setUnits(absurd).build(), "absurd-magnitude");
            assertUnfit(reading().setCoveredMillis(absurd).build(), "absurd-magnitude");
            assertUnfit(inspection().setInspectedQuantity(absurd).build(), "absurd-magnitude");
        }
    }

    @Test
    void refusesFiguresThatOverflowOnTheWay() {
        RunMaterial.Builder used = RunMaterial.newBuilder(run().getMaterials().get(0));

        assertUnfit(
                run().setMaterials(List.of(used.setActualMicroUnits(Long.MAX_VALUE)
                                .setStandardPriceMicros(Long.MAX_VALUE)
                                .build()))
                        .build(),
                "absurd-magnitude");
        // The difference of the two is beyond a long, its cost is not: (2^64 - 1) millionths of a unit at 0.000003.
        List<Fact> much = facts(run().setMaterials(List.of(used.setActualMicroUnits(Long.MAX_VALUE)
                        .setStandardMicroUnits(Long.MIN_VALUE)
                        .setStandardPriceMicros(3)
                        .build()))
                .build());
        assertThat(one(much, FactKind.VARIANCE).figure(Figure.AMOUNT)).isEqualTo(55_340_232_221_129L);
        assertUnfit(
                run().setFirstPassQuantity(Long.MAX_VALUE)
                        .setReworkedQuantity(Long.MAX_VALUE)
                        .build(),
                "absurd-magnitude");
        PurchaseReceipt.Builder receipt = PurchaseReceipt.newBuilder(
                        purchase().getReceipts().get(0))
                .setQuantity(Long.MAX_VALUE)
                .setRejectedQuantity(Long.MAX_VALUE);
        assertUnfit(purchase().setReceipts(List.of(receipt.build())).build(), "absurd-magnitude");
        assertUnfit(
                purchase()
                        .setStatus(PurchaseStatus.CANCELLED)
                        .setReceipts(List.of(receipt.build(), receipt.build()))
                        .build(),
                "absurd-magnitude");
    }

    @Test
    void refusesACostInNoCurrencyOrOneNobodyKnows() {
        ShipmentLine.Builder line =
                ShipmentLine.newBuilder(shipment().getLines().get(0));
        FulfilmentShipment.Builder sent = shipment().setShippedAt(NOON);

        assertUnfit(sent.setLines(List.of(line.setCostCurrency(null).build())).build(), "unknown-currency");
        assertUnfit(sent.setLines(List.of(line.setCostCurrency("XXQ").build())).build(), "unknown-currency");
        assertUnfit(payment().setCurrency("XXQ").build(), "unknown-currency");
        assertUnfit(balance().setCurrency("").build(), "unknown-currency");
    }

    @Test
    void refusesWhatItDoesNotKnowOrCanNotConvert() {
        assertUnfit(payment().setKind(PaymentKind.UNKNOWN).build(), "unknown-status");
        assertUnfit(payment().setDirection(CashDirection.UNKNOWN).build(), "unknown-status");
        assertUnfit(payment().setStatus(PaymentStatus.UNKNOWN).build(), "unknown-status");
        assertUnfit(balance().setScenario(BalanceScenario.UNKNOWN).build(), "unknown-status");
        assertUnfit(balance().setBasis(BalanceBasis.UNKNOWN).build(), "unknown-status");
        assertUnfit(reading().setState(MachineState.UNKNOWN).build(), "unknown-status");
        assertUnfit(shipment().setStatus(ShipmentStatus.UNKNOWN).build(), "unknown-status");
        assertUnfit(purchase().setStatus(PurchaseStatus.UNKNOWN).build(), "unknown-status");
        assertUnfit(run().setStatus(RunStatus.UNKNOWN).build(), "unknown-status");
        assertUnfit(invoice().setKind(InvoiceKind.UNKNOWN).build(), "unknown-status");
        assertUnfit(run().setIdealCycleMillis(Long.MAX_VALUE).build(), "absurd-magnitude");
    }

    private static void assertUnfit(SpecificRecord record, String reason) {
        assertThatThrownBy(() -> FACTS.of(record))
                .isInstanceOfSatisfying(
                        UnfitRecordException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static List<Fact> facts(SpecificRecord record) {
        return FACTS.of(record).facts().facts();
    }

    private static Fact one(List<Fact> facts, FactKind kind) {
        List<Fact> found = facts.stream().filter(fact -> fact.kind() == kind).toList();
        assertThat(found).as("facts of kind %s", kind).hasSize(1);
        return found.get(0);
    }

    private static @org.jspecify.annotations.Nullable String state(FulfilmentShipment.Builder shipment, FactKind kind) {
        return one(facts(shipment.build()), kind).text(Attribute.STATE);
    }

    private static FulfilmentShipment.Builder shipment() {
        ShipmentLine line = ShipmentLine.newBuilder()
                .setShipmentLineId("1")
                .setSku("A")
                .setRequestedQuantity(3)
                .setQuantity(3)
                .setDamagedQuantity(0)
                .setRestockedQuantity(2)
                .setUnitCostMicros(2_000_000L)
                .setCostCurrency("GBP")
                .build();
        return FulfilmentShipment.newBuilder()
                .setSource("shopify")
                .setUnit("uk")
                .setShipmentId("1")
                .setVersion(VERSION)
                .setOp(Op.UPSERT)
                .setDirection(ShipmentDirection.OUTBOUND)
                .setStatus(ShipmentStatus.PLANNED)
                .setOrderUnit("uk")
                .setOrderId("1")
                .setOrderPlacedAt(NINE)
                .setIsBackorder(false)
                .setComplaints(0)
                .setRegion("UK")
                .setChannel("web")
                .setWarehouse("W1")
                .setCurrency("GBP")
                .setCarrierChargeMicros(4_000_000)
                .setLines(List.of(line))
                .setUpdatedAt(EVENING);
    }

    private static PurchaseOrder.Builder purchase() {
        return PurchaseOrder.newBuilder()
                .setSource("unleashed")
                .setUnit("main")
                .setPurchaseOrderId("1")
                .setVersion(VERSION)
                .setOp(Op.UPSERT)
                .setStatus(PurchaseStatus.PARTLY_RECEIVED)
                .setSupplier("S1")
                .setWarehouse("W1")
                .setOrderedAt(NINE)
                .setPromisedAt(EVENING)
                .setCurrency("GBP")
                .setLines(List.of(PurchaseLine.newBuilder()
                        .setPurchaseLineId("l")
                        .setSku("A")
                        .setQuantity(10)
                        .setUnitPriceMicros(2_000_000)
                        .build()))
                .setReceipts(List.of(PurchaseReceipt.newBuilder()
                        .setReceiptId("r")
                        .setPurchaseLineId("l")
                        .setSku("A")
                        .setQuantity(4)
                        .setRejectedQuantity(1)
                        .setReceivedAt(NOON)
                        .build()))
                .setUpdatedAt(EVENING);
    }

    private static ProductionRun.Builder run() {
        return ProductionRun.newBuilder()
                .setSource("unleashed")
                .setUnit("main")
                .setRunId("1")
                .setVersion(VERSION)
                .setOp(Op.UPSERT)
                .setStatus(RunStatus.RUNNING)
                .setLotId("lot")
                .setOperation("finish")
                .setIsLastOperation(true)
                .setLine("L1")
                .setWarehouse("W1")
                .setSku("A")
                .setPlannedStartAt(NINE)
                .setPlannedEndAt(NOON)
                .setStartedAt(NINE)
                .setEndedAt(NOON)
                .setPlannedQuantity(95)
                .setProducedQuantity(100)
                .setFirstPassQuantity(85)
                .setReworkedQuantity(5)
                .setScrappedQuantity(10)
                .setAvailableTimeMillis(1)
                .setPlannedTimeMillis(1)
                .setRunTimeMillis(1)
                .setIdealCycleMillis(30_000)
                .setCurrency("GBP")
                .setLabourMicros(10)
                .setOverheadMicros(20)
                .setMaterials(List.of(RunMaterial.newBuilder()
                        .setSku("M")
                        .setStandardMicroUnits(1_000_000)
                        .setActualMicroUnits(1_500_000)
                        .setStandardPriceMicros(3)
                        .build()))
                .setUpdatedAt(EVENING);
    }

    private static FinanceInvoice.Builder invoice() {
        return FinanceInvoice.newBuilder()
                .setSource("xero")
                .setUnit("main")
                .setInvoiceId("1")
                .setVersion(VERSION)
                .setOp(Op.UPSERT)
                .setKind(InvoiceKind.SALE)
                .setStatus(InvoiceStatus.PAID)
                .setIssuedAt(NINE)
                .setDueAt(EVENING)
                .setPaidAt(NOON)
                .setCurrency("GBP")
                .setAmountMicros(12_000_000)
                .setTaxMicros(2_000_000)
                .setOpenMicros(0)
                .setLines(List.of(InvoiceLine.newBuilder()
                        .setInvoiceLineId("1")
                        .setAccountCode("200")
                        .setAccountClass(AccountClass.REVENUE)
                        .setQuantity(1)
                        .setAmountMicros(10_000_000)
                        .build()))
                .setSettlements(List.of(InvoiceSettlement.newBuilder()
                        .setSettlementId("1")
                        .setKind(SettlementKind.PAYMENT)
                        .setSettledAt(NOON)
                        .setAmountMicros(12_000_000)
                        .build()))
                .setUpdatedAt(EVENING);
    }

    private static FinancePayment.Builder payment() {
        return FinancePayment.newBuilder()
                .setSource("amazon")
                .setUnit("seller")
                .setPaymentId("1")
                .setVersion(VERSION)
                .setOp(Op.UPSERT)
                .setKind(PaymentKind.FEE)
                .setDirection(CashDirection.OUT)
                .setStatus(PaymentStatus.CLEARED)
                .setPaidAt(NOON)
                .setAccount("clearing")
                .setCurrency("GBP")
                .setAmountMicros(7_500_000)
                .setRegion("UK")
                .setUpdatedAt(EVENING);
    }

    private static InventoryLevel.Builder stock() {
        return InventoryLevel.newBuilder()
                .setSource("unleashed")
                .setUnit("main")
                .setLevelId("W1/A-1/1")
                .setVersion(VERSION)
                .setOp(Op.UPSERT)
                .setWarehouse("W1")
                .setSku("A-1")
                .setMeasuredAt(NINE)
                .setOnHand(7)
                .setAvailable(0)
                .setIncoming(30)
                .setUnitCostMicros(2_000_000L)
                .setCurrency("GBP")
                .setUpdatedAt(EVENING);
    }

    private static FinanceBalance.Builder balance() {
        return FinanceBalance.newBuilder()
                .setSource("xero")
                .setUnit("main")
                .setBalanceId("310/BUDGET/MOVEMENT/1")
                .setVersion(VERSION)
                .setOp(Op.UPSERT)
                .setAccount("310")
                .setAccountClass(AccountClass.COST_OF_GOODS)
                .setScenario(BalanceScenario.BUDGET)
                .setBasis(BalanceBasis.MOVEMENT)
                .setStartsAt(NINE)
                .setEndsAt(EVENING)
                .setCurrency("GBP")
                .setAmountMicros(-3_000_000)
                .setUpdatedAt(EVENING);
    }

    private static MachineReading.Builder reading() {
        return MachineReading.newBuilder()
                .setSource("plc")
                .setUnit("factory")
                .setReadingId("M1/1")
                .setVersion(VERSION)
                .setOp(Op.UPSERT)
                .setMachine("M1")
                .setLine("L1")
                .setReadAt(NOON)
                .setCoveredMillis(900_000)
                .setState(MachineState.RUNNING)
                .setUnits(12)
                .setCycleMillis(75_000L)
                .setUpdatedAt(NOON);
    }

    private static QualityInspection.Builder inspection() {
        return QualityInspection.newBuilder()
                .setSource("mes")
                .setUnit("factory")
                .setInspectionId("1")
                .setVersion(VERSION)
                .setOp(Op.UPSERT)
                .setRunId("1")
                .setLine("L1")
                .setSku("A")
                .setInspectedAt(NOON)
                .setInspectedQuantity(50)
                .setPassedQuantity(46)
                .setDefects(List.of(defect("scratch", 3), defect("crack", 1)))
                .setUpdatedAt(EVENING);
    }

    private static InspectionDefect defect(String code, long units) {
        return InspectionDefect.newBuilder()
                .setDefect(code)
                .setQuantity(units)
                .setDisposition(DefectDisposition.SCRAP)
                .build();
    }

    private static Instant micros(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
