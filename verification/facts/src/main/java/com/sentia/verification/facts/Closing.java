package com.sentia.verification.facts;

import com.sentia.schemas.AccountClass;
import com.sentia.schemas.BalanceScenario;
import com.sentia.schemas.CashDirection;
import com.sentia.schemas.InvoiceKind;
import com.sentia.schemas.PaymentKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** At the end of each day the accounts' balances are drawn; now and then a running cost is booked late. */
final class Closing {
    private static final long DAILY_COST_MICROS = 400 * Company.UNIT_MICROS;
    private static final long PAYROLL_MICROS = 9_000 * Company.UNIT_MICROS;
    private static final long RENT_MICROS = 3_000 * Company.UNIT_MICROS;
    private static final int PAYDAY = 28;
    private static final Duration MORNING = Duration.ofHours(9);

    private final Scene scene;
    private final Books books;
    private final Cash cash;
    private final Chance chance;
    private long costMicrosBefore;

    Closing(Scene scene, Books books, Cash cash, Chance chance) {
        this.scene = scene;
        this.books = books;
        this.cash = cash;
        this.chance = chance;
    }

    /** Arranges the end of one day, and the running payments of its morning. */
    void open(LocalDate day) {
        Instant morning = scene.startOf(day).plus(MORNING);
        if (day.getDayOfMonth() == PAYDAY) {
            scene.timetable().at(morning, () -> spend(PaymentKind.PAYROLL, PAYROLL_MICROS));
        }
        if (day.getDayOfMonth() == 1) {
            scene.timetable().at(morning, () -> spend(PaymentKind.OVERHEAD, RENT_MICROS));
        }
        if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
            scene.timetable().at(morning, cash::payOut);
        }
        scene.timetable().at(scene.startOf(day.plusDays(1)), () -> close(day));
    }

    /** Writes the plan of the month that the day lies in. */
    void plan(LocalDate day, long revenueMicros) {
        Instant from = scene.startOf(day.withDayOfMonth(1));
        Instant to = scene.startOf(day.withDayOfMonth(1).plusMonths(1));
        String base = Company.BASE_CURRENCY;
        scene.journal()
                .changed(Balance.moved(
                        "REVENUE-" + base,
                        AccountClass.REVENUE,
                        BalanceScenario.BUDGET,
                        from,
                        to,
                        base,
                        revenueMicros));
    }

    private void spend(PaymentKind kind, long micros) {
        String base = Company.BASE_CURRENCY;
        cash.move(kind, CashDirection.OUT, Cash.bank(base), base, micros, null);
    }

    private void close(LocalDate day) {
        Instant from = scene.startOf(day);
        Instant to = scene.startOf(day.plusDays(1));
        cash.balances().forEach((account, micros) -> hold(account, AccountClass.CASH, to, micros));
        byCurrency(InvoiceKind.SALE, InvoiceKind.SALE_CREDIT, Invoice::openMicros)
                .forEach((currency, micros) -> hold("RECEIVABLE-" + currency, AccountClass.RECEIVABLE, to, micros));
        byCurrency(InvoiceKind.PURCHASE, InvoiceKind.PURCHASE_CREDIT, Invoice::openMicros)
                .forEach((currency, micros) -> hold("PAYABLE-" + currency, AccountClass.PAYABLE, to, micros));
        byCurrency(InvoiceKind.SALE, InvoiceKind.SALE_CREDIT, Invoice::taxMicros)
                .forEach((currency, micros) ->
                        hold("TAX-" + currency, AccountClass.OTHER_CURRENT_LIABILITY, to, micros));
        hold("INVENTORY-GBP", AccountClass.INVENTORY, to, scene.stock().valueMicros());
        byCurrency(
                        InvoiceKind.SALE,
                        InvoiceKind.SALE_CREDIT,
                        invoice -> invoice.issuedAt().isBefore(from) ? 0 : invoice.netMicros())
                .forEach((currency, micros) -> move("REVENUE-" + currency, AccountClass.REVENUE, from, to, micros));
        move("COST-GBP", AccountClass.COST_OF_GOODS, from, to, books.costMicros() - costMicrosBefore);
        costMicrosBefore = books.costMicros();
        Balance running = move("RUNNING-GBP", AccountClass.OPERATING_EXPENSE, from, to, DAILY_COST_MICROS);
        if (chance.in(10)) {
            scene.after(chance.between(Duration.ofHours(1), Duration.ofDays(9)), () -> {
                running.add(chance.between(5, 90) * Company.UNIT_MICROS);
                scene.journal().changed(running);
            });
        }
    }

    private Map<String, Long> byCurrency(InvoiceKind adds, InvoiceKind takes, ToLongFunction<Invoice> amount) {
        Map<String, Long> sums = new TreeMap<>();
        for (Invoice invoice : books.invoices()) {
            if (invoice.counts() && (invoice.kind() == adds || invoice.kind() == takes)) {
                long micros = amount.applyAsLong(invoice);
                sums.merge(invoice.currency(), invoice.kind() == adds ? micros : -micros, Long::sum);
            }
        }
        return sums;
    }

    private void hold(String account, AccountClass accountClass, Instant at, long micros) {
        scene.journal().changed(Balance.held(account, accountClass, at, currencyOf(account), micros));
    }

    private Balance move(String account, AccountClass accountClass, Instant from, Instant to, long micros) {
        Balance balance =
                Balance.moved(account, accountClass, BalanceScenario.ACTUAL, from, to, currencyOf(account), micros);
        scene.journal().changed(balance);
        return balance;
    }

    private static String currencyOf(String account) {
        return account.substring(account.lastIndexOf('-') + 1);
    }
}
