package com.sentia.jobs.kpi.facts;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.schemas.FinanceInvoice;
import com.sentia.schemas.InvoiceKind;
import com.sentia.schemas.InvoiceLine;
import com.sentia.schemas.InvoiceStatus;
import com.sentia.schemas.SettlementKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** An invoice or credit note issued, the lines of one to a customer, and how long a customer took to pay. */
final class InvoiceFacts {
    private InvoiceFacts() {}

    static EntityFacts of(FinanceInvoice invoice, BusinessCurrency currency) {
        if (invoice.getStatus() == InvoiceStatus.UNKNOWN || invoice.getKind() == InvoiceKind.UNKNOWN) {
            throw UnfitRecord.unknown("the invoice's status or kind");
        }
        boolean counts = invoice.getStatus() != InvoiceStatus.DRAFT && invoice.getStatus() != InvoiceStatus.VOIDED;
        if (FactList.isDeleted(invoice.getOp()) || !counts) {
            return FactList.none(invoice.getVersion());
        }
        FactList facts = new FactList().in(currency.other(invoice.getCurrency()));
        boolean isSale = invoice.getKind() == InvoiceKind.SALE || invoice.getKind() == InvoiceKind.SALE_CREDIT;
        facts.add(of(FactKind.INVOICE, invoice, invoice.getIssuedAt())
                .with(Attribute.CHANNEL, invoice.getChannel())
                .with(Attribute.SUPPLIER, invoice.getSupplier())
                .with(Attribute.KIND, isSale ? "sale" : "purchase")
                .with(Attribute.STATE, isOnCredit(invoice) ? "credit" : "cash")
                .with(Figure.AMOUNT, signed(invoice, invoice.getAmountMicros())));
        if (isSale) {
            invoice.getLines().forEach(line -> facts.add(line(invoice, line)));
        }
        addSettlement(invoice, facts);
        OwedFacts.of(invoice, isSale ? "sale" : "purchase", isCredit(invoice) ? -1 : 1)
                .forEach(facts::add);
        return facts.of(invoice.getVersion(), true);
    }

    private static Fact.Builder line(FinanceInvoice invoice, InvoiceLine line) {
        return of(FactKind.INVOICE_LINE, invoice, invoice.getIssuedAt())
                .with(Attribute.CHANNEL, invoice.getChannel())
                .with(Attribute.KIND, line.getAccountClass().name().toLowerCase(Locale.ROOT))
                .with(Figure.UNITS, signed(invoice, line.getQuantity()))
                .with(Figure.AMOUNT, signed(invoice, line.getAmountMicros()));
    }

    /** Only what was paid for: settled by credit notes alone it says nothing of how customers pay. */
    private static void addSettlement(FinanceInvoice invoice, FactList facts) {
        Instant paidAt = invoice.getPaidAt();
        boolean isPaid = paidAt != null
                && invoice.getKind() == InvoiceKind.SALE
                && isOnCredit(invoice)
                && invoice.getSettlements().stream()
                        .anyMatch(settlement -> settlement.getKind() == SettlementKind.PAYMENT);
        if (isPaid) {
            facts.add(of(FactKind.SETTLEMENT, invoice, paidAt)
                    .with(
                            Figure.DURATION,
                            Duration.between(invoice.getIssuedAt(), paidAt).toMillis()));
        }
    }

    private static boolean isOnCredit(FinanceInvoice invoice) {
        return invoice.getDueAt().isAfter(invoice.getIssuedAt());
    }

    private static long signed(FinanceInvoice invoice, long figure) {
        return isCredit(invoice) ? -figure : figure;
    }

    private static boolean isCredit(FinanceInvoice invoice) {
        return invoice.getKind() == InvoiceKind.SALE_CREDIT || invoice.getKind() == InvoiceKind.PURCHASE_CREDIT;
    }

    private static Fact.Builder of(FactKind kind, FinanceInvoice invoice, Instant at) {
        return Fact.of(kind, FactList.micros(at))
                .with(Attribute.SOURCE, invoice.getSource())
                .with(Attribute.REGION, invoice.getRegion());
    }
}
