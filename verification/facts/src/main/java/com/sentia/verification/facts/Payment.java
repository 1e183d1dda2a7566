package com.sentia.verification.facts;

import com.sentia.schemas.CashDirection;
import com.sentia.schemas.FinancePayment;
import com.sentia.schemas.Op;
import com.sentia.schemas.PaymentKind;
import com.sentia.schemas.PaymentStatus;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Money that moved on one account. */
final class Payment implements Entity {
    private final String id;
    private final PaymentKind kind;
    private final CashDirection direction;
    private final Instant paidAt;
    private final String account;
    private final String currency;
    private final long amountMicros;
    private final @Nullable Invoice invoice;
    private boolean isVoided;

    Payment(
            String id,
            PaymentKind kind,
            CashDirection direction,
            Instant paidAt,
            String account,
            String currency,
            long amountMicros,
            @Nullable Invoice invoice) {
        this.id = id;
        this.kind = kind;
        this.direction = direction;
        this.paidAt = paidAt;
        this.account = account;
        this.currency = currency;
        this.amountMicros = amountMicros;
        this.invoice = invoice;
    }

    String id() {
        return id;
    }

    String account() {
        return account;
    }

    String currency() {
        return currency;
    }

    /** What the account gained. */
    long gainMicros() {
        if (isVoided) {
            return 0;
        }
        return direction == CashDirection.IN ? amountMicros : -amountMicros;
    }

    void takeBack() {
        isVoided = true;
    }

    @Override
    public Topic topic() {
        return Topics.FINANCE_PAYMENT;
    }

    @Override
    public String key() {
        return Company.BOOKS_UNIT + "/" + id;
    }

    @Override
    public SpecificRecord as(Version version, Op op) {
        Order order = invoice == null ? null : invoice.order();
        boolean settles = invoice != null && kind != PaymentKind.FEE;
        return FinancePayment.newBuilder()
                .setSource("xero")
                .setUnit(Company.BOOKS_UNIT)
                .setPaymentId(id)
                .setVersion(version)
                .setOp(op)
                .setKind(kind)
                .setDirection(direction)
                .setStatus(isVoided ? PaymentStatus.VOIDED : PaymentStatus.CLEARED)
                .setPaidAt(paidAt)
                .setAccount(account)
                .setCurrency(currency)
                .setAmountMicros(amountMicros)
                .setInvoiceId(settles && invoice != null ? invoice.id() : null)
                .setOrderUnit(order == null ? null : order.shop().unit())
                .setOrderId(order == null ? null : order.id())
                .setSupplier(invoice == null ? null : invoice.supplier())
                .setRegion(order == null ? null : order.shop().region())
                .setChannel(order == null ? null : order.shop().channel())
                .setUpdatedAt(Versions.updatedAt(version))
                .build();
    }
}
