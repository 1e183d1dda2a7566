package com.sentia.jobs.kpi.facts;

import static com.sentia.jobs.kpi.facts.Moments.EVENING;
import static com.sentia.jobs.kpi.facts.Moments.NINE;
import static com.sentia.jobs.kpi.facts.Moments.NOON;
import static com.sentia.jobs.kpi.facts.Moments.VERSION;

import com.sentia.schemas.AccountClass;
import com.sentia.schemas.BalanceBasis;
import com.sentia.schemas.BalanceScenario;
import com.sentia.schemas.CashDirection;
import com.sentia.schemas.FinanceBalance;
import com.sentia.schemas.FinanceInvoice;
import com.sentia.schemas.FinancePayment;
import com.sentia.schemas.InvoiceKind;
import com.sentia.schemas.InvoiceLine;
import com.sentia.schemas.InvoiceSettlement;
import com.sentia.schemas.InvoiceStatus;
import com.sentia.schemas.Op;
import com.sentia.schemas.PaymentKind;
import com.sentia.schemas.PaymentStatus;
import com.sentia.schemas.SettlementKind;
import java.util.List;

/** Sound records of finance, to be changed where a test says otherwise. */
public final class FinanceRecords {
    private FinanceRecords() {}

    public static FinanceInvoice.Builder invoice() {
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

    public static FinancePayment.Builder payment() {
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

    public static FinanceBalance.Builder balance() {
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
}
