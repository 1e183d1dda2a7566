package com.sentia.jobs.kpi.facts;

import static com.sentia.jobs.kpi.facts.FinanceRecords.balance;
import static com.sentia.jobs.kpi.facts.FinanceRecords.invoice;
import static com.sentia.jobs.kpi.facts.FinanceRecords.payment;
import static com.sentia.jobs.kpi.facts.MappedFacts.facts;
import static com.sentia.jobs.kpi.facts.MappedFacts.one;
import static com.sentia.jobs.kpi.facts.Moments.EVENING;
import static com.sentia.jobs.kpi.facts.Moments.NINE;
import static com.sentia.jobs.kpi.facts.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.schemas.BalanceBasis;
import com.sentia.schemas.FinanceInvoice;
import com.sentia.schemas.InvoiceKind;
import com.sentia.schemas.InvoiceSettlement;
import com.sentia.schemas.InvoiceStatus;
import com.sentia.schemas.Op;
import com.sentia.schemas.PaymentStatus;
import com.sentia.schemas.SettlementKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FinanceFactsTest {
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
}
