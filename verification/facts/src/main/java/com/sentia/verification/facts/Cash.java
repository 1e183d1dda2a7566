package com.sentia.verification.facts;

import com.sentia.schemas.CashDirection;
import com.sentia.schemas.PaymentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The accounts money lies on: a bank account for each currency, and what the marketplace holds for us. */
final class Cash {
    static final String CLEARING = "CLEARING-GBP";
    static final long OPENING_MICROS = 250_000 * Company.UNIT_MICROS;

    private final Scene scene;
    private final List<Payment> payments = new ArrayList<>();

    Cash(Scene scene) {
        this.scene = scene;
    }

    static String bank(String currency) {
        return "BANK-" + currency;
    }

    /** The account a sale is paid to. */
    static String of(Order order) {
        return order.shop().source().equals("amazon")
                ? CLEARING
                : bank(order.shop().currency());
    }

    Payment move(
            PaymentKind kind,
            CashDirection direction,
            String account,
            String currency,
            long amountMicros,
            @Nullable Invoice invoice) {
        Payment payment = new Payment(
                "P" + (payments.size() + 1),
                kind,
                direction,
                scene.timetable().now(),
                account,
                currency,
                amountMicros,
                invoice);
        payments.add(payment);
        scene.journal().changed(payment);
        return payment;
    }

    /** Takes what the marketplace holds to the bank. */
    void payOut() {
        long held = balances().getOrDefault(CLEARING, 0L);
        if (held > 0) {
            String base = Company.BASE_CURRENCY;
            move(PaymentKind.TRANSFER, CashDirection.OUT, CLEARING, base, held, null);
            move(PaymentKind.TRANSFER, CashDirection.IN, bank(base), base, held, null);
        }
    }

    /** What lies on each account. */
    Map<String, Long> balances() {
        Map<String, Long> balances = new TreeMap<>();
        for (String currency : List.of("EUR", "GBP", "USD")) {
            balances.put(bank(currency), OPENING_MICROS);
        }
        balances.put(CLEARING, 0L);
        payments.forEach(payment -> balances.merge(payment.account(), payment.gainMicros(), Long::sum));
        return balances;
    }
}
