package com.sentia.verification.facts;

import com.sentia.schemas.AccountClass;
import com.sentia.schemas.CashDirection;
import com.sentia.schemas.InvoiceKind;
import com.sentia.schemas.PaymentKind;
import com.sentia.verification.facts.Consignment.Parcel;
import com.sentia.verification.facts.Invoice.Item;
import com.sentia.verification.facts.Invoice.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Invoices follow from what leaves and arrives, payments from invoices. */
final class Books {
    private static final Duration TERMS = Duration.ofDays(30);
    private static final int FEE_PERCENT = 15;

    private final Scene scene;
    private final Cash cash;
    private final Chance chance;
    private final List<Invoice> invoices = new ArrayList<>();
    private long costMicros;

    Books(Scene scene, Cash cash, Chance chance) {
        this.scene = scene;
        this.cash = cash;
        this.chance = chance;
    }

    List<Invoice> invoices() {
        return invoices;
    }

    /** What goods that left have cost so far, less those put back, in the base currency. */
    long costMicros() {
        return costMicros;
    }

    /** Takes the cost of goods put back into stock out again. */
    void uncost(long micros) {
        costMicros -= micros;
    }

    /** Invoices what left; consumers have paid at once, trade customers pay when they see fit. */
    void sell(Consignment consignment) {
        Order order = consignment.order();
        List<Item> items = new ArrayList<>();
        for (Parcel parcel : consignment.parcels()) {
            items.add(new Item(
                    AccountClass.REVENUE,
                    parcel.line().article().sku(),
                    parcel.quantity(),
                    parcel.quantity() * parcel.line().unitPriceMicros()));
            costMicros += parcel.quantity() * parcel.line().article().costMicros();
        }
        long goodsMicros = items.stream().mapToLong(Item::amountMicros).sum();
        if (!consignment.isBackorder() && order.discountMicros() > 0) {
            items.add(new Item(AccountClass.REVENUE, null, 0, -Math.min(order.discountMicros(), goodsMicros)));
        }
        long taxMicros = consignment.parcels().stream()
                .mapToLong(parcel -> parcel.quantity() * parcel.line().unitTaxMicros())
                .sum();
        Instant now = scene.timetable().now();
        Invoice invoice =
                issue(InvoiceKind.SALE, Party.buyer(order), order.isTrade() ? now.plus(TERMS) : now, items, taxMicros);
        if (order.isTrade()) {
            await(invoice, items);
            return;
        }
        pay(invoice, PaymentKind.RECEIPT, CashDirection.IN, Cash.of(order), invoice.openMicros());
        if (Cash.of(order).equals(Cash.CLEARING)) {
            long fee = invoice.netMicros() * FEE_PERCENT / 100;
            cash.move(
                    PaymentKind.FEE,
                    CashDirection.OUT,
                    Cash.CLEARING,
                    order.shop().currency(),
                    fee,
                    invoice);
        }
    }

    /**
     * Credits and pays a refund.
     *
     * @return what takes both back
     */
    Runnable refund(Refund refund) {
        List<Item> items = new ArrayList<>();
        if (refund.line() != null) {
            items.add(new Item(
                    AccountClass.REVENUE, refund.line().article().sku(), refund.units(), refund.goodsMicros()));
        }
        if (refund.goodwillMicros() > 0) {
            items.add(new Item(AccountClass.REVENUE, null, 0, refund.goodwillMicros()));
        }
        Order order = refund.order();
        Invoice credit = issue(
                InvoiceKind.SALE_CREDIT, Party.buyer(order), scene.timetable().now(), items, refund.taxMicros());
        Payment payment = pay(credit, PaymentKind.REFUND, CashDirection.OUT, Cash.of(order), credit.openMicros());
        return () -> {
            credit.takeBack();
            payment.takeBack();
            scene.journal().changed(credit);
            scene.journal().changed(payment);
        };
    }

    /** Takes in a supplier's invoice for what has arrived, to be paid when it is due or somewhat after. */
    void buy(Party supplier, List<Item> items) {
        Invoice invoice =
                issue(InvoiceKind.PURCHASE, supplier, scene.timetable().now().plus(TERMS), items, 0);
        Duration late = chance.in(10) ? Duration.ofDays(15) : chance.between(Duration.ZERO, Duration.ofDays(3));
        scene.after(
                TERMS.plus(late),
                () -> pay(
                        invoice,
                        PaymentKind.SUPPLIER,
                        CashDirection.OUT,
                        Cash.bank(invoice.currency()),
                        invoice.openMicros()));
    }

    private Invoice issue(InvoiceKind kind, Party party, Instant dueAt, List<Item> items, long taxMicros) {
        Invoice invoice = new Invoice(
                "INV-" + (invoices.size() + 1), kind, party, scene.timetable().now(), dueAt, items, taxMicros);
        invoices.add(invoice);
        scene.journal().changed(invoice);
        return invoice;
    }

    private Payment pay(Invoice invoice, PaymentKind kind, CashDirection direction, String account, long amountMicros) {
        Payment payment = cash.move(kind, direction, account, invoice.currency(), amountMicros, invoice);
        invoice.settle(payment.id(), scene.timetable().now(), amountMicros);
        scene.journal().changed(invoice);
        return payment;
    }

    private void await(Invoice invoice, List<Item> items) {
        if (chance.in(3)) {
            draftByMistake(invoice, items);
        }
        if (chance.in(6)) {
            scene.after(Duration.ofDays(3), () -> {
                invoice.postpone(invoice.dueAt().plus(Duration.ofDays(14)));
                scene.journal().changed(invoice);
            });
        }
        int manner = chance.between(0, 99);
        if (manner < 10) {
            return; // Never pays.
        }
        Duration wait = manner < 75
                ? chance.between(Duration.ofDays(8), Duration.ofDays(30))
                : chance.between(Duration.ofDays(31), Duration.ofDays(70));
        boolean inParts = chance.in(20);
        scene.after(wait, () -> receive(invoice, inParts ? invoice.openMicros() / 2 : invoice.openMicros()));
        if (inParts) {
            scene.after(wait.plusDays(6), () -> receive(invoice, invoice.openMicros()));
        }
    }

    private void receive(Invoice invoice, long amountMicros) {
        pay(invoice, PaymentKind.RECEIPT, CashDirection.IN, Cash.bank(invoice.currency()), amountMicros);
    }

    private void draftByMistake(Invoice like, List<Item> items) {
        Invoice draft = new Invoice(
                like.id() + "-COPY",
                like.kind(),
                Party.buyer(Objects.requireNonNull(like.order())),
                scene.timetable().now(),
                like.dueAt(),
                items,
                like.taxMicros());
        draft.draft();
        scene.journal().changed(draft);
        scene.after(chance.between(Duration.ofMinutes(5), Duration.ofHours(20)), () -> {
            draft.takeBack();
            scene.journal().changed(draft);
        });
    }
}
