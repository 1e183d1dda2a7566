package com.sentia.simulators.company;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Notes what each place orders of each article and when it comes, and puts together what was ordered of one supplier on one day. */
final class Purchasing {
    private record Ordered(Site site, PurchaseOrder.Line line) {}

    private final List<Ordered> lines = new ArrayList<>();

    /** Notes one; returns its number, by which its coming is noted. */
    int ordered(Site site, Article article, int units, long orderedAt, long promisedAt) {
        lines.add(new Ordered(
                site,
                new PurchaseOrder.Line(article.id(), article.sku(), units, orderedAt, promisedAt, Long.MAX_VALUE)));
        return lines.size() - 1;
    }

    void received(int number, long at) {
        Ordered one = lines.get(number);
        PurchaseOrder.Line line = one.line();
        lines.set(
                number,
                new Ordered(
                        one.site(),
                        new PurchaseOrder.Line(
                                line.article(), line.sku(), line.units(), line.orderedAt(), line.promisedAt(), at)));
    }

    /** All there will ever be, by when they were placed. */
    List<PurchaseOrder> orders() {
        Map<String, List<Ordered>> together = new TreeMap<>();
        lines.stream()
                .sorted(Comparator.<Ordered>comparingLong(one -> one.line().orderedAt())
                        .thenComparingLong(one -> one.line().article()))
                .forEach(one -> together.computeIfAbsent(idOf(one), id -> new ArrayList<>())
                        .add(one));
        List<PurchaseOrder> orders = new ArrayList<>();
        together.forEach((id, all) -> orders.add(new PurchaseOrder(
                id,
                supplier(all.get(0)),
                all.get(0).site(),
                all.stream().map(Ordered::line).toList())));
        orders.sort(Comparator.comparingLong(PurchaseOrder::placedAt).thenComparing(PurchaseOrder::id));
        return List.copyOf(orders);
    }

    private static String idOf(Ordered one) {
        return "PO-" + one.site().id() + "-" + supplier(one) + "-"
                + Instant.ofEpochSecond(one.line().orderedAt())
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate();
    }

    private static String supplier(Ordered one) {
        return Suppliers.of(one.line().sku());
    }
}
