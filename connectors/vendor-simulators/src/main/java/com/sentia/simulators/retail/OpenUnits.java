package com.sentia.simulators.retail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the orders that units of a customer's article may be refunded on, the latest first. */
final class OpenUnits {
    /** One line of an order. */
    record Place(OpenOrder order, int index) {}

    /** The lines of a customer's article on one order, in file order. */
    private record Holding(OpenOrder order, List<Integer> lines) {}

    private record Key(String customer, String sku) {}

    private final Map<Key, List<Holding>> holdings = new HashMap<>();

    OpenUnits(List<OpenOrder> orders) {
        orders.stream()
                .sorted(Comparator.comparingLong(OpenOrder::placedAt).thenComparingLong(OpenOrder::id))
                .forEach(this::index);
    }

    /** Where units may be taken from, best place first, by orders placed strictly before an epoch second. */
    List<Place> before(long second, @Nullable String customer, String sku) {
        List<Place> places = new ArrayList<>();
        if (customer == null) {
            return places;
        }
        List<Holding> known = holdings.getOrDefault(new Key(customer, sku), List.of());
        for (int i = known.size() - 1; i >= 0; i--) {
            Holding holding = known.get(i);
            if (holding.order().placedAt() < second) {
                holding.lines().forEach(line -> places.add(new Place(holding.order(), line)));
            }
        }
        return places;
    }

    private void index(OpenOrder order) {
        String customer = order.customer();
        if (customer == null) {
            return;
        }
        for (int i = 0; i < order.goods().size(); i++) {
            List<Holding> known = holdings.computeIfAbsent(
                    new Key(customer, order.goods().get(i).sku()), key -> new ArrayList<>(1));
            if (known.isEmpty() || known.get(known.size() - 1).order() != order) {
                known.add(new Holding(order, new ArrayList<>(1)));
            }
            known.get(known.size() - 1).lines().add(i);
        }
    }
}
