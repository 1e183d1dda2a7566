package com.sentia.jobs.kpi.facts;

import static com.sentia.jobs.kpi.facts.FinanceRecords.balance;
import static com.sentia.jobs.kpi.facts.FinanceRecords.invoice;
import static com.sentia.jobs.kpi.facts.FinanceRecords.payment;
import static com.sentia.jobs.kpi.facts.FulfilmentRecords.shipment;
import static com.sentia.jobs.kpi.facts.MappedFacts.assertUnfit;
import static com.sentia.jobs.kpi.facts.MappedFacts.facts;
import static com.sentia.jobs.kpi.facts.MappedFacts.one;
import static com.sentia.jobs.kpi.facts.Moments.EVENING;
import static com.sentia.jobs.kpi.facts.Moments.NOON;
import static com.sentia.jobs.kpi.facts.ProductionRecords.inspection;
import static com.sentia.jobs.kpi.facts.ProductionRecords.reading;
import static com.sentia.jobs.kpi.facts.ProductionRecords.run;
import static com.sentia.jobs.kpi.facts.SupplyRecords.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.schemas.BalanceBasis;
import com.sentia.schemas.BalanceScenario;
import com.sentia.schemas.CashDirection;
import com.sentia.schemas.FinanceBalance;
import com.sentia.schemas.FulfilmentShipment;
import com.sentia.schemas.InvoiceKind;
import com.sentia.schemas.MachineState;
import com.sentia.schemas.PaymentKind;
import com.sentia.schemas.PaymentStatus;
import com.sentia.schemas.PurchaseReceipt;
import com.sentia.schemas.PurchaseStatus;
import com.sentia.schemas.RunMaterial;
import com.sentia.schemas.RunStatus;
import com.sentia.schemas.ShipmentLine;
import com.sentia.schemas.ShipmentStatus;
import com.sentia.schemas.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a record of any domain may not say. */
class UnfitRecordsTest {
    /** A hundred million pounds. */
    private static final long MOST_MONEY = 100_000_000_000_000L;

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

    private static Instant micros(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
