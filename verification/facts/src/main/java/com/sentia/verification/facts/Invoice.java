package com.sentia.verification.facts;

import com.sentia.schemas.AccountClass;
import com.sentia.schemas.FinanceInvoice;
import com.sentia.schemas.InvoiceKind;
import com.sentia.schemas.InvoiceLine;
import com.sentia.schemas.InvoiceSettlement;
import com.sentia.schemas.InvoiceStatus;
import com.sentia.schemas.Op;
import com.sentia.schemas.SettlementKind;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What somebody owes, and what has been set against it. */
final class Invoice implements Entity {
    private final String id;
    private final InvoiceKind kind;
    private final Party party;
    private final Instant issuedAt;
    private final List<Item> items;
    private final long taxMicros;
    private final List<InvoiceSettlement> settlements = new ArrayList<>();
    private Instant dueAt;
    private InvoiceStatus status = InvoiceStatus.OPEN;
    private @Nullable Instant paidAt;

    Invoice(
            String id,
            InvoiceKind kind,
            Party party,
            Instant issuedAt,
            Instant dueAt,
            List<Item> items,
            long taxMicros) {
        this.id = id;
        this.kind = kind;
        this.party = party;
        this.issuedAt = issuedAt;
        this.dueAt = dueAt;
        this.items = List.copyOf(items);
        this.taxMicros = taxMicros;
    }

    String id() {
        return id;
    }

    InvoiceKind kind() {
        return kind;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    @Nullable
    Order order() {
        return party.order();
    }

    @Nullable
    String supplier() {
        return party.supplier();
    }

    String currency() {
        return party.currency();
    }

    long netMicros() {
        return items.stream().mapToLong(Item::amountMicros).sum();
    }

    long amountMicros() {
        return netMicros() + taxMicros;
    }

    long taxMicros() {
        return taxMicros;
    }

    /** What is owed now; nothing on a draft or a void one. */
    long openMicros() {
        return counts() ? amountMicros() - settledMicros() : 0;
    }

    boolean counts() {
        return status != InvoiceStatus.DRAFT && status != InvoiceStatus.VOIDED;
    }

    void draft() {
        status = InvoiceStatus.DRAFT;
    }

    void takeBack() {
        status = InvoiceStatus.VOIDED;
        settlements.clear();
        paidAt = null;
    }

    void postpone(Instant due) {
        dueAt = due;
    }

    void settle(String by, Instant at, long micros) {
        settlements.add(InvoiceSettlement.newBuilder()
                .setSettlementId(by)
                .setKind(SettlementKind.PAYMENT)
                .setSettledAt(at)
                .setAmountMicros(micros)
                .build());
        if (openMicros() == 0) {
            status = InvoiceStatus.PAID;
            paidAt = at;
        }
    }

    @Override
    public Topic topic() {
        return Topics.FINANCE_INVOICE;
    }

    @Override
    public String key() {
        return Company.BOOKS_UNIT + "/" + id;
    }

    @Override
    public SpecificRecord as(Version version, Op op) {
        Order order = party.order();
        return FinanceInvoice.newBuilder()
                .setSource("xero")
                .setUnit(Company.BOOKS_UNIT)
                .setInvoiceId(id)
                .setVersion(version)
                .setOp(op)
                .setKind(kind)
                .setStatus(status)
                .setIssuedAt(issuedAt)
                .setDueAt(dueAt)
                .setPaidAt(paidAt)
                .setContactKey(order == null ? null : order.customerKey())
                .setSupplier(party.supplier())
                .setOrderUnit(order == null ? null : order.shop().unit())
                .setOrderId(order == null ? null : order.id())
                .setPurchaseOrderId(party.purchaseOrderId())
                .setRegion(order == null ? null : order.shop().region())
                .setChannel(order == null ? null : order.shop().channel())
                .setCurrency(party.currency())
                .setAmountMicros(amountMicros())
                .setTaxMicros(taxMicros)
                .setOpenMicros(amountMicros() - settledMicros())
                .setLines(lines())
                .setSettlements(List.copyOf(settlements))
                .setUpdatedAt(Versions.updatedAt(version))
                .build();
    }

    private long settledMicros() {
        return settlements.stream()
                .mapToLong(InvoiceSettlement::getAmountMicros)
                .sum();
    }

    private List<InvoiceLine> lines() {
        List<InvoiceLine> lines = new ArrayList<>();
        for (Item item : items) {
            lines.add(InvoiceLine.newBuilder()
                    .setInvoiceLineId(Integer.toString(lines.size() + 1))
                    .setAccountCode(item.accountClass() == AccountClass.REVENUE ? "200" : "310")
                    .setAccountClass(item.accountClass())
                    .setSku(item.sku())
                    .setQuantity(item.quantity())
                    .setAmountMicros(item.amountMicros())
                    .build());
        }
        return lines;
    }

    /** Whom an invoice goes to or comes from, and why. */
    record Party(
            String currency,
            @Nullable Order order,
            @Nullable String supplier,
            @Nullable String purchaseOrderId) {
        static Party buyer(Order order) {
            return new Party(order.shop().currency(), order, null, null);
        }
    }

    record Item(AccountClass accountClass, @Nullable String sku, long quantity, long amountMicros) {}
}
