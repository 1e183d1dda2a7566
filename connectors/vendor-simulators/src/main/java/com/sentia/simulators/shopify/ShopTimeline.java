package com.sentia.simulators.shopify;

import com.sentia.simulators.retail.Refund;
import com.sentia.simulators.retail.RetailOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A shop's orders, sorted so that any page of any moment is found without looking at the others.
 *
 * <p>An order has an entry in the list by update for each of its versions; at a given moment the entry of the latest
 * version that had happened stands for it, and the others are passed over.
 */
final class ShopTimeline {
    /** An order under one of its sort values. */
    record Entry(long value, RetailOrder order) {
        Cursor cursor() {
            return new Cursor(value, order.id());
        }
    }

    private static final Comparator<Entry> BY_CURSOR = Comparator.comparing(Entry::cursor);

    private final List<Entry> byUpdate = new ArrayList<>();
    private final List<Entry> byPlacing = new ArrayList<>();
    private final List<Entry> byId = new ArrayList<>();
    private final Map<Long, RetailOrder> orders = new HashMap<>();
    private final Map<Long, RetailOrder> ordersByRefund = new HashMap<>();
    private final List<Entry> byDeletion = new ArrayList<>();
    private final Deletions deletions;

    ShopTimeline(List<RetailOrder> shopOrders) {
        this(shopOrders, Deletions.NONE);
    }

    ShopTimeline(List<RetailOrder> shopOrders, Deletions deletions) {
        this.deletions = deletions;
        for (RetailOrder order : shopOrders) {
            byPlacing.add(new Entry(order.placedAt(), order));
            byId.add(new Entry(order.id(), order));
            byUpdate.add(new Entry(order.placedAt(), order));
            order.refunds().stream()
                    .mapToLong(Refund::at)
                    .distinct()
                    .filter(at -> at > order.placedAt())
                    .forEach(at -> byUpdate.add(new Entry(at, order)));
            long deletedAt = deletedAt(order);
            if (deletedAt != RetailOrder.NEVER) {
                byDeletion.add(new Entry(deletedAt, order));
            }
            orders.put(order.id(), order);
            order.refunds().forEach(refund -> ordersByRefund.put(refund.id(), order));
        }
        byUpdate.sort(BY_CURSOR);
        byPlacing.sort(BY_CURSOR);
        byId.sort(BY_CURSOR);
        byDeletion.sort(BY_CURSOR);
    }

    /** A page of the orders that a search finds at a moment. */
    Connection orders(PageRequest page, OrderSort sort, SearchQuery search, long second) {
        Predicate<Entry> wanted = entry -> isFound(entry.order(), search, second);
        return switch (sort) {
            case UPDATED_AT ->
                Connection.of(
                        between(byUpdate, search.range("updated_at"), second),
                        Entry::cursor,
                        page,
                        entry -> entry.order().updatedAt(second) == entry.value() && wanted.test(entry));
            case CREATED_AT, PROCESSED_AT ->
                Connection.of(between(byPlacing, search.range("created_at"), second), Entry::cursor, page, wanted);
            case ID -> Connection.of(byId, Entry::cursor, page, wanted);
        };
    }

    /** How many orders a search finds, counted up to a limit. */
    int count(SearchQuery search, long second, int limit) {
        return (int) between(byPlacing, search.range("created_at"), second).stream()
                .filter(entry -> isFound(entry.order(), search, second))
                .limit(limit)
                .count();
    }

    /** The orders that are there at an epoch second. */
    List<RetailOrder> orders(long second) {
        return orders.values().stream()
                .filter(order -> visible(order, second).isPresent())
                .toList();
    }

    Optional<RetailOrder> order(long id, long second) {
        return visible(orders.get(id), second);
    }

    /** The order a refund belongs to, if the refund has happened. */
    Optional<RetailOrder> orderOfRefund(long refundId, long second) {
        return visible(ordersByRefund.get(refundId), second)
                .filter(order -> order.refundsBy(second).stream().anyMatch(refund -> refund.id() == refundId));
    }

    /** Each change of an order after one epoch second, up to another, by time. */
    List<Entry> changes(long after, long upTo) {
        return byUpdate.subList(firstAbove(byUpdate, after), firstAbove(byUpdate, upTo)).stream()
                .filter(entry -> entry.value() < deletedAt(entry.order()))
                .toList();
    }

    /** Each deletion after one epoch second, up to another, by time. */
    List<Entry> deletions(long after, long upTo) {
        return byDeletion.subList(firstAbove(byDeletion, after), firstAbove(byDeletion, upTo));
    }

    /** The orders that had been deleted by an epoch second. */
    List<EventFields.Destroyed> destroyed(long second) {
        return deletions(Long.MIN_VALUE, second).stream()
                .map(entry -> new EventFields.Destroyed(
                        entry.value(), "Order", entry.order().id()))
                .toList();
    }

    /** When the shop last changed, up to an epoch second; the least value if it had not begun. */
    long lastChange(long second) {
        int seen = firstAbove(byUpdate, second);
        return seen == 0 ? Long.MIN_VALUE : byUpdate.get(seen - 1).value();
    }

    private long deletedAt(RetailOrder order) {
        return deletions.ofOrder(order.id(), order.placedAt());
    }

    private Optional<RetailOrder> visible(@Nullable RetailOrder order, long second) {
        return Optional.ofNullable(order).filter(known -> known.placedAt() <= second && second < deletedAt(known));
    }

    private boolean isFound(RetailOrder order, SearchQuery search, long second) {
        return order.placedAt() <= second
                && second < deletedAt(order)
                && search.range("updated_at").contains(order.updatedAt(second))
                && search.range("created_at").contains(order.placedAt())
                && search.range("processed_at").contains(order.placedAt())
                && search.range("id").contains(order.id());
    }

    private static List<Entry> between(List<Entry> sorted, SearchQuery.Range range, long second) {
        int from = range.least() == Long.MIN_VALUE ? 0 : firstAbove(sorted, range.least() - 1);
        int to = firstAbove(sorted, Math.min(range.most(), second));
        return from < to ? sorted.subList(from, to) : List.of();
    }

    private static int firstAbove(List<Entry> sorted, long value) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).value() <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
