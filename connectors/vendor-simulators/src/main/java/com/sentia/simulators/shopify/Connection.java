package com.sentia.simulators.shopify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A page of a list, as GraphQL connections give it. */
record Connection(List<?> nodes, List<Cursor> cursors, boolean hasNextPage, boolean hasPreviousPage) {
    /** Shopify pages through so many objects of one search and no further. */
    static final int MOST = 25_000;

    /** An element with its cursor. */
    record Edge(Cursor cursor, Object node) {}

    /** Where a page begins and ends, and whether it is the last. */
    record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable Cursor start,
            @Nullable Cursor end) {}

    /** A page of a list that is sorted ascending by its elements' cursors. */
    static <T> Connection of(List<T> sorted, Function<T, Cursor> cursorOf, PageRequest page) {
        return of(sorted, cursorOf, page, element -> true);
    }

    /** The same, over those elements that are wanted. */
    static <T> Connection of(List<T> sorted, Function<T, Cursor> cursorOf, PageRequest page, Predicate<T> wanted) {
        int step = page.descending() ? -1 : 1;
        List<T> nodes = new ArrayList<>();
        List<Cursor> cursors = new ArrayList<>();
        boolean more = false;
        int first = firstIndex(sorted, cursorOf, page);
        refuseBehindLimit(sorted, page, wanted, first);
        for (int i = first; i >= 0 && i < sorted.size(); i += step) {
            T element = sorted.get(i);
            Cursor cursor = cursorOf.apply(element);
            Cursor stop = page.stop();
            if (stop != null && cursor.compareTo(stop) * step >= 0) {
                break;
            }
            if (wanted.test(element)) {
                if (nodes.size() == page.size()) {
                    more = true;
                    break;
                }
                nodes.add(element);
                cursors.add(cursor);
            }
        }
        boolean beyond = page.start() != null;
        if (page.fromEnd()) {
            Collections.reverse(nodes);
            Collections.reverse(cursors);
            return new Connection(nodes, cursors, beyond, more);
        }
        return new Connection(nodes, cursors, more, beyond);
    }

    private static <T> void refuseBehindLimit(List<T> sorted, PageRequest page, Predicate<T> wanted, int first) {
        int passed = page.descending() ? sorted.size() - 1 - first : first;
        if (page.endless() || page.start() == null || passed < MOST) {
            return;
        }
        List<T> before = page.descending() ? sorted.subList(first + 1, sorted.size()) : sorted.subList(0, first);
        if (before.stream().filter(wanted).limit(MOST).count() == MOST) {
            throw new QueryRefused("Pagination is limited to " + MOST + " objects", "BAD_REQUEST");
        }
    }

    /** The connection with other nodes in the same places. */
    <S, T> Connection map(Function<S, T> mapping, Class<S> type) {
        return new Connection(
                nodes.stream().map(type::cast).map(mapping).toList(), cursors, hasNextPage, hasPreviousPage);
    }

    List<Edge> edges() {
        List<Edge> edges = new ArrayList<>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            edges.add(new Edge(cursors.get(i), nodes.get(i)));
        }
        return edges;
    }

    PageInfo pageInfo() {
        boolean empty = cursors.isEmpty();
        return new PageInfo(
                hasNextPage,
                hasPreviousPage,
                empty ? null : cursors.get(0),
                empty ? null : cursors.get(cursors.size() - 1));
    }

    private static <T> int firstIndex(List<T> sorted, Function<T, Cursor> cursorOf, PageRequest page) {
        Cursor start = page.start();
        if (start == null) {
            return page.descending() ? sorted.size() - 1 : 0;
        }
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = cursorOf.apply(sorted.get(middle)).compareTo(start);
            if (order < 0 || (order == 0 && !page.descending())) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return page.descending() ? low - 1 : low;
    }
}
