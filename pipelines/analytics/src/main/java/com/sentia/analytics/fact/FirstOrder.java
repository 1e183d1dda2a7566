package com.sentia.analytics.fact;

import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of a customer's orders is the first, in whatever order they come and are taken back; that one makes a fact of its
 * own, {@link FactKind#NEW_CUSTOMER}. Of several at one instant it is always the same one, by what else they say.
 */
public final class FirstOrder {
    private static final Comparator<Fact> BY_WHAT_THEY_SAY = FactKind.NEW_CUSTOMER.attributes().stream()
            .map(FirstOrder::by)
            .reduce((one, next) -> one.thenComparing(next))
            .orElseThrow();

    private FirstOrder() {}

    /** What is known of one customer: orders, each as the fact it makes should it be the first. */
    public interface Orders {
        /** The orders of an instant (UTC, microseconds), the one that goes before the others first. */
        List<Fact> at(long instant);

        /** Keeps the orders of an instant; none are forgotten. */
        void keep(long instant, List<Fact> orders);

        /** The earliest instant that has an order; null where none has. May take a look at them all. */
        @Nullable
        Long earliest();
    }

    /** What a version changes of orders, by customer, each as the fact it makes should it be the first. Orders of nobody known are left out. */
    public static Map<String, FactDiff> byCustomer(FactDiff diff) {
        Map<String, List<Fact>> lost = byCustomer(diff.retractions());
        Map<String, List<Fact>> gained = byCustomer(diff.additions());
        Map<String, FactDiff> orders = new LinkedHashMap<>();
        lost.forEach((customer, facts) ->
                orders.put(customer, FactDiff.between(facts, gained.getOrDefault(customer, List.of()))));
        gained.forEach((customer, facts) -> orders.putIfAbsent(customer, FactDiff.between(List.of(), facts)));
        // The order changed, but nothing that its customer is told by.
        orders.values().removeIf(FactDiff::isEmpty);
        return orders;
    }

    /**
     * Takes in what a version changes of one customer's orders.
     *
     * @param first the instant of the first order known; null when none is
     * @return which order was the first and which is, when it is another
     */
    public static FactDiff step(Orders known, @Nullable Long first, FactDiff orders) {
        List<Fact> before = firstAt(known, first);
        orders.retractions().forEach(order -> change(known, order, false));
        orders.additions().forEach(order -> change(known, order, true));
        return FactDiff.between(before, firstAt(known, earliest(known, first, orders.additions())));
    }

    private static List<Fact> firstAt(Orders known, @Nullable Long instant) {
        return instant == null ? List.of() : List.of(known.at(instant).get(0));
    }

    /** Looks at all of them only where what was the first was taken back. */
    private static @Nullable Long earliest(Orders known, @Nullable Long first, List<Fact> added) {
        if (first != null && known.at(first).isEmpty()) {
            return known.earliest();
        }
        Long earliest = first;
        for (Fact order : added) {
            earliest = earliest == null ? order.timeMicros() : Math.min(earliest, order.timeMicros());
        }
        return earliest;
    }

    private static void change(Orders known, Fact order, boolean isAdded) {
        List<Fact> orders = new ArrayList<>(known.at(order.timeMicros()));
        if (isAdded) {
            orders.add(order);
            orders.sort(BY_WHAT_THEY_SAY);
        } else {
            orders.remove(order);
        }
        known.keep(order.timeMicros(), orders);
    }

    private static Map<String, List<Fact>> byCustomer(List<Fact> facts) {
        Map<String, List<Fact>> orders = new LinkedHashMap<>();
        for (Fact fact : facts) {
            String customer = fact.kind() == FactKind.ORDER ? fact.text(Attribute.CUSTOMER) : null;
            if (customer != null) {
                orders.computeIfAbsent(customer, absent -> new ArrayList<>()).add(asFirst(fact));
            }
        }
        return orders;
    }

    private static Fact asFirst(Fact order) {
        Fact.Builder first = Fact.of(FactKind.NEW_CUSTOMER, order.timeMicros());
        FactKind.NEW_CUSTOMER.attributes().forEach(attribute -> first.with(attribute, order.text(attribute)));
        return first.build();
    }

    private static Comparator<Fact> by(Attribute attribute) {
        Comparator<String> unknownFirst = Comparator.nullsFirst(Comparator.naturalOrder());
        return (one, other) -> unknownFirst.compare(one.text(attribute), other.text(attribute));
    }
}
