package com.sentia.analytics.fact;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of one article at a glance, so that most changes need no look at its history. Instants are UTC, microseconds.
 *
 * @param stockedSince when a warehouse first held more than nothing of it; {@link #NEVER} for not yet
 * @param movedLast no stock of it moved later; {@link Long#MIN_VALUE} when none ever did
 * @param sold of each day with sales the first and the last, in their order
 * @param standing what all its stock moves come to, one of them for each warehouse, category and currency
 */
public record Article(long stockedSince, long movedLast, List<Long> sold, List<Fact> standing) {
    public static final long NEVER = Long.MAX_VALUE;
    /** One of which nothing is known. */
    public static final Article UNKNOWN = new Article(NEVER, Long.MIN_VALUE, List.of(), List.of());

    private static final long DEAD_AFTER = Duration.ofDays(90).toMillis() * 1_000;

    public Article {
        sold = List.copyOf(sold);
        standing = List.copyOf(standing);
    }

    /**
     * A time in which stock of it is dead.
     *
     * @param after it is so at ends of windows later than this instant
     * @param until up to this end, at which it is sold; {@link Long#MAX_VALUE} for no end
     */
    record Idle(long after, long until) {
        boolean isOver() {
            return until != Long.MAX_VALUE;
        }
    }

    /** Whether nothing is left that says anything of it. */
    public boolean isUnknown() {
        return stockedSince == NEVER && sold.isEmpty() && standing.isEmpty();
    }

    /** When it neither sold nor was first stocked for so long that it is dead, as things are known now. */
    List<Idle> idle() {
        if (stockedSince == NEVER) {
            return List.of();
        }
        List<Idle> idle = new ArrayList<>();
        long active = stockedSince;
        for (int i = 0; i < sold.size(); i += 2) {
            if (sold.get(i) > active + DEAD_AFTER) {
                idle.add(new Idle(active + DEAD_AFTER, sold.get(i)));
            }
            active = Math.max(active, sold.get(i + 1));
        }
        idle.add(new Idle(active + DEAD_AFTER, Long.MAX_VALUE));
        return idle;
    }

    /** With other sales on the day that begins at one instant and ends before the other. */
    Article selling(long from, long to, List<Long> firstAndLast) {
        List<Long> days = new ArrayList<>();
        int i = 0;
        for (; i < sold.size() && sold.get(i) < from; i++) {
            days.add(sold.get(i));
        }
        days.addAll(firstAndLast);
        for (; i < sold.size(); i++) {
            if (sold.get(i) >= to) {
                days.add(sold.get(i));
            }
        }
        return new Article(stockedSince, movedLast, days, standing);
    }

    /**
     * Without sales before an instant but the last, from which on it may be dead. A sale before it was ever stocked says nothing.
     */
    Article sellingFrom(long instant) {
        List<Long> days = new ArrayList<>();
        Long last = null;
        for (int i = 0; i < sold.size(); i += 2) {
            if (sold.get(i + 1) < instant) {
                last = sold.get(i + 1);
            } else {
                days.addAll(sold.subList(i, i + 2));
            }
        }
        if (last != null && stockedSince < last) {
            days.addAll(0, List.of(last, last));
        }
        return new Article(stockedSince, movedLast, days, standing);
    }
}
