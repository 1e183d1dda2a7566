package com.sentia.jobs.kpi.facts;

import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.schemas.FinanceInvoice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * By how much what is owed on an invoice moved, and when: issued, settled, and, while anything is owed, from one age to the
 * next. So what is owed of an age at any instant is the sum of the moves before it, though some moves are still to come.
 */
final class OwedFacts {
    private static final List<Age> AGES = List.of(
            new Age("due_30", Duration.ZERO),
            new Age("due_60", Duration.ofDays(30)),
            new Age("due_90", Duration.ofDays(60)),
            new Age("due_long", Duration.ofDays(90)));
    private static final String NOT_DUE = "not_due";

    private OwedFacts() {}

    /** @param since how long after it was due an amount comes to this age */
    private record Age(String state, Duration since) {}

    /**
     * The moves of one invoice.
     *
     * @param kind {@code sale} or {@code purchase}
     * @param sign -1 for a credit note
     */
    static List<Fact.Builder> of(FinanceInvoice invoice, String kind, int sign) {
        NavigableMap<Instant, Long> moves = new TreeMap<>();
        moves.put(invoice.getIssuedAt(), sign * invoice.getAmountMicros());
        invoice.getSettlements()
                .forEach(settlement ->
                        moves.merge(settlement.getSettledAt(), -sign * settlement.getAmountMicros(), FactList::sum));
        List<Fact.Builder> facts = new ArrayList<>();
        if (sign < 0) {
            // What nobody has to pay can't be overdue.
            moves.forEach((at, amount) -> facts.add(move(invoice, kind, at, NOT_DUE, amount)));
            return facts;
        }
        moves.forEach((at, amount) -> facts.add(move(invoice, kind, at, state(invoice, at), amount)));
        String earlier = NOT_DUE;
        for (Age age : AGES) {
            Instant at = invoice.getDueAt().plus(age.since);
            long owed = moves.headMap(at, false).values().stream().reduce(0L, FactList::sum);
            if (owed != 0) {
                facts.add(move(invoice, kind, at, earlier, -owed));
                facts.add(move(invoice, kind, at, age.state, owed));
            }
            earlier = age.state;
        }
        return facts;
    }

    private static String state(FinanceInvoice invoice, Instant at) {
        String state = NOT_DUE;
        for (Age age : AGES) {
            if (!at.isBefore(invoice.getDueAt().plus(age.since))) {
                state = age.state;
            }
        }
        return state;
    }

    private static Fact.Builder move(FinanceInvoice invoice, String kind, Instant at, String state, long amount) {
        return Fact.of(FactKind.OWED, FactList.micros(at))
                .with(Attribute.SOURCE, invoice.getSource())
                .with(Attribute.REGION, invoice.getRegion())
                .with(Attribute.SUPPLIER, invoice.getSupplier())
                .with(Attribute.KIND, kind)
                .with(Attribute.STATE, state)
                .with(Figure.AMOUNT, amount);
    }
}
