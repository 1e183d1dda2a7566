package com.sentia.verification.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.AccountClass;
import com.sentia.schemas.BalanceBasis;
import com.sentia.schemas.CashDirection;
import com.sentia.schemas.FinanceBalance;
import com.sentia.schemas.FinanceInvoice;
import com.sentia.schemas.FinancePayment;
import com.sentia.schemas.FulfilmentShipment;
import com.sentia.schemas.InvoiceKind;
import com.sentia.schemas.InvoiceLine;
import com.sentia.schemas.InvoiceSettlement;
import com.sentia.schemas.InvoiceStatus;
import com.sentia.schemas.PaymentKind;
import com.sentia.schemas.PaymentStatus;
import com.sentia.schemas.PurchaseOrder;
import com.sentia.schemas.PurchaseReceipt;
import com.sentia.schemas.PurchaseStatus;
import com.sentia.schemas.ShipmentDirection;
import com.sentia.schemas.ShipmentLine;
import com.sentia.schemas.topics.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds of purchases, invoices, payments and balances, whatever the seed. */
class BooksInvariantsTest {
    private static final int TRIES = 5;

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aSupplierDeliversWhatWasOrderedAndNoMore(@ForAll long seed) {
        assertThat(History.of(seed).current(Topics.PURCHASE_ORDER, PurchaseOrder.class))
                .isNotEmpty()
                .allSatisfy(purchase -> {
                    long ordered = purchase.getLines().stream()
                            .mapToLong(line -> line.getQuantity())
                            .sum();
                    long arrived = purchase.getReceipts().stream()
                            .mapToLong(receipt -> receipt.getQuantity() + receipt.getRejectedQuantity())
                            .sum();
                    assertThat(arrived).isBetween(0L, ordered);
                    assertThat(arrived == ordered).isEqualTo(purchase.getStatus() == PurchaseStatus.RECEIVED);
                    assertThat(purchase.getReceipts().stream().map(PurchaseReceipt::getReceivedAt))
                            .allMatch(receivedAt -> receivedAt.isAfter(purchase.getOrderedAt()));
                });
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void anInvoiceIsTheSumOfItsLinesAndOwesWhatIsNotSettled(@ForAll long seed) {
        assertThat(History.of(seed).current(Topics.FINANCE_INVOICE, FinanceInvoice.class))
                .isNotEmpty()
                .allSatisfy(invoice -> {
                    assertThat(invoice.getLines().stream()
                                    .mapToLong(InvoiceLine::getAmountMicros)
                                    .sum())
                            .isEqualTo(invoice.getAmountMicros() - invoice.getTaxMicros());
                    assertThat(invoice.getOpenMicros())
                            .isEqualTo(invoice.getAmountMicros() - settledBefore(invoice, Instant.MAX))
                            .isNotNegative();
                    assertThat(invoice.getStatus() == InvoiceStatus.PAID).isEqualTo(invoice.getOpenMicros() == 0);
                    assertThat(invoice.getPaidAt() != null).isEqualTo(invoice.getStatus() == InvoiceStatus.PAID);
                });
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void paymentsMatchInvoices(@ForAll long seed) {
        History history = History.of(seed);
        Map<String, String> settlements = new HashMap<>();
        for (FinanceInvoice invoice : history.current(Topics.FINANCE_INVOICE, FinanceInvoice.class)) {
            for (InvoiceSettlement settlement : invoice.getSettlements()) {
                settlements.put(
                        settlement.getSettlementId(),
                        invoice.getInvoiceId() + " " + settlement.getAmountMicros() + " " + invoice.getCurrency() + " "
                                + settlement.getSettledAt());
            }
        }
        Map<String, String> payments = history.current(Topics.FINANCE_PAYMENT, FinancePayment.class).stream()
                .filter(payment -> payment.getInvoiceId() != null)
                .filter(payment -> payment.getStatus() == PaymentStatus.CLEARED)
                .collect(Collectors.toMap(
                        FinancePayment::getPaymentId,
                        payment -> payment.getInvoiceId() + " " + payment.getAmountMicros() + " "
                                + payment.getCurrency() + " " + payment.getPaidAt()));

        assertThat(payments).isNotEmpty().isEqualTo(settlements);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void whatIsInvoicedIsWhatWasShipped(@ForAll long seed) {
        History history = History.of(seed);
        long shipped = history.current(Topics.FULFILMENT_SHIPMENT, FulfilmentShipment.class).stream()
                .filter(shipment -> shipment.getDirection() == ShipmentDirection.OUTBOUND)
                .flatMap(shipment -> shipment.getLines().stream())
                .mapToLong(ShipmentLine::getQuantity)
                .sum();
        long invoiced = history.current(Topics.FINANCE_INVOICE, FinanceInvoice.class).stream()
                .filter(invoice -> invoice.getKind() == InvoiceKind.SALE && counts(invoice))
                .flatMap(invoice -> invoice.getLines().stream())
                .mapToLong(InvoiceLine::getQuantity)
                .sum();

        assertThat(invoiced).isPositive().isEqualTo(shipped);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void moneyMovedBetweenOurAccountsIsNoCashFlow(@ForAll long seed) {
        assertThat(History.of(seed).current(Topics.FINANCE_PAYMENT, FinancePayment.class).stream()
                        .filter(payment -> payment.getKind() == PaymentKind.TRANSFER)
                        .mapToLong(BooksInvariantsTest::gain)
                        .sum())
                .isZero();
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void cashAtTheEndIsWhatWasThereAndWhatMoved(@ForAll long seed) {
        History history = History.of(seed);
        List<FinanceBalance> held = standing(history, AccountClass.CASH);
        Instant end = held.stream()
                .map(FinanceBalance::getEndsAt)
                .max(Instant::compareTo)
                .orElseThrow();
        Map<String, Long> expected = new HashMap<>();
        held.forEach(balance ->
                expected.put(balance.getAccount(), balance.getAccount().startsWith("BANK") ? Cash.OPENING_MICROS : 0));
        history.current(Topics.FINANCE_PAYMENT, FinancePayment.class).stream()
                .filter(payment -> payment.getPaidAt().isBefore(end))
                .forEach(payment -> expected.merge(payment.getAccount(), gain(payment), Long::sum));

        assertThat(held.stream()
                        .filter(balance -> balance.getEndsAt().equals(end))
                        .collect(Collectors.toMap(FinanceBalance::getAccount, FinanceBalance::getAmountMicros)))
                .isEqualTo(expected);
    }

    /** The newest version of an invoice says what was open at any earlier instant. */
    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void whatWasOwedAtAnyDaysEndFollowsFromTheInvoices(@ForAll long seed) {
        History history = History.of(seed);
        List<FinanceInvoice> invoices = history.current(Topics.FINANCE_INVOICE, FinanceInvoice.class);

        assertThat(standing(history, AccountClass.RECEIVABLE))
                .isNotEmpty()
                .allMatch(balance -> balance.getAmountMicros()
                        == open(invoices, InvoiceKind.SALE, balance)
                                - open(invoices, InvoiceKind.SALE_CREDIT, balance));
        assertThat(standing(history, AccountClass.PAYABLE))
                .isNotEmpty()
                .allMatch(balance -> balance.getAmountMicros() == open(invoices, InvoiceKind.PURCHASE, balance));
    }

    private static List<FinanceBalance> standing(History history, AccountClass accountClass) {
        return history.current(Topics.FINANCE_BALANCE, FinanceBalance.class).stream()
                .filter(balance -> balance.getBasis() == BalanceBasis.STANDING)
                .filter(balance -> balance.getAccountClass() == accountClass)
                .toList();
    }

    private static long open(List<FinanceInvoice> invoices, InvoiceKind kind, FinanceBalance at) {
        return invoices.stream()
                .filter(invoice -> invoice.getKind() == kind && counts(invoice))
                .filter(invoice -> invoice.getCurrency().equals(at.getCurrency()))
                .filter(invoice -> invoice.getIssuedAt().isBefore(at.getEndsAt()))
                .mapToLong(invoice -> invoice.getAmountMicros() - settledBefore(invoice, at.getEndsAt()))
                .sum();
    }

    private static long settledBefore(FinanceInvoice invoice, Instant at) {
        return invoice.getSettlements().stream()
                .filter(settlement -> settlement.getSettledAt().isBefore(at))
                .mapToLong(InvoiceSettlement::getAmountMicros)
                .sum();
    }

    private static boolean counts(FinanceInvoice invoice) {
        return invoice.getStatus() != InvoiceStatus.DRAFT && invoice.getStatus() != InvoiceStatus.VOIDED;
    }

    private static long gain(FinancePayment payment) {
        if (payment.getStatus() == PaymentStatus.VOIDED) {
            return 0;
        }
        return payment.getDirection() == CashDirection.IN ? payment.getAmountMicros() : -payment.getAmountMicros();
    }
}
