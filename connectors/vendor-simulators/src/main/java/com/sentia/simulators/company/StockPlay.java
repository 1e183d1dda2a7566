package com.sentia.simulators.company;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Plays through what comes and goes of one article at one place. Orders commit units when they are placed and take them when they
 * are sent; what is not there is waited for, first come first served, so that stock never falls below 0. The buyer looks each
 * morning after a sale; some deliveries come late.
 */
final class StockPlay {
    /** What can happen; in one second in this order. */
    private enum Kind {
        LOSS,
        ARRIVAL,
        SALE,
        RETURN,
        SENDING,
        REVIEW
    }

    /**
     * @param line of a sale or return; of a loss when it ends; of a delivery whether it was late once
     * @param purchase number of what a delivery was ordered by
     */
    private record Event(long at, Kind kind, long line, int units, int purchase) {
        Event(long at, Kind kind, long line, int units) {
            this(at, kind, line, units, NO_PURCHASE);
        }
    }

    /** Units of an order that were not sent yet. */
    private record Waiting(long line, int units, long due) {}

    private static final Comparator<Event> IN_TIME = Comparator.comparingLong(Event::at)
            .thenComparing(Event::kind)
            .thenComparingLong(Event::line)
            .thenComparingInt(Event::units)
            .thenComparingInt(Event::purchase);
    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final long MORNING = Duration.ofHours(6).toSeconds();
    private static final long MORNINGS_LENGTH = Duration.ofHours(3).toSeconds();
    private static final long SOONEST_SENT = Duration.ofHours(2).toSeconds();
    /** How long an order waits at most where everything is there. */
    static final long LATEST_SENT = Duration.ofHours(36).toSeconds();

    private static final int PER_CENT = 100;
    private static final int LATE_PER_CENT = 8;
    /** In place of a line, of a delivery that was late once. */
    private static final long POSTPONED = 1;
    /** Of a delivery of what was lost or sent back, which nobody ordered. */
    private static final int NO_PURCHASE = -1;

    private final Article article;
    private final Site site;
    private final Replenishment rule;
    private final SplittableRandom chance;
    private final SupplyTroubles troubles;
    private final Dispatch dispatch;
    private final Purchasing purchasing;
    private final StockLevel.Book book = new StockLevel.Book();
    private final PriorityQueue<Event> events = new PriorityQueue<>(IN_TIME);
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int onHand;
    private int committed;
    private int incoming;
    private boolean reviewIsDue;

    private StockPlay(
            Article article,
            Site site,
            Replenishment rule,
            SplittableRandom chance,
            SupplyTroubles troubles,
            Dispatch dispatch,
            Purchasing purchasing) {
        this.article = article;
        this.site = site;
        this.rule = rule;
        this.chance = chance;
        this.troubles = troubles;
        this.dispatch = dispatch;
        this.purchasing = purchasing;
        this.onHand = rule.opening();
    }

    /**
     * The level that results.
     *
     * @param movements in the order of time
     * @param troubles those of the article
     * @param dispatch is told what is sent
     * @param purchasing is told what is ordered
     */
    static StockLevel play(
            Article article,
            Site site,
            List<Movement> movements,
            Replenishment rule,
            SplittableRandom chance,
            SupplyTroubles troubles,
            Dispatch dispatch,
            Purchasing purchasing) {
        StockPlay play = new StockPlay(article, site, rule, chance, troubles, dispatch, purchasing);
        play.write(article.createdAt());
        troubles.missing().stream()
                .filter(one -> one.to() > article.createdAt() && site.isActive())
                .forEach(one ->
                        play.events.add(new Event(Math.max(one.from(), article.createdAt()), Kind.LOSS, one.to(), 0)));
        for (Movement movement : movements) {
            Kind kind = movement.units() < 0 ? Kind.SALE : Kind.RETURN;
            play.events.add(new Event(movement.at(), kind, movement.line(), Math.abs(movement.units())));
        }
        for (Event next = play.events.poll(); next != null; next = play.events.poll()) {
            play.happen(next);
        }
        return play.book.close(article.id(), site);
    }

    private void happen(Event event) {
        switch (event.kind()) {
            case LOSS -> lose(event);
            case SALE -> sell(event);
            case RETURN -> takeBack(event);
            case SENDING -> send(event.at());
            case ARRIVAL -> arrive(event);
            case REVIEW -> review(event.at());
        }
    }

    private void sell(Event sale) {
        long due = sale.at() + chance.nextLong(SOONEST_SENT, LATEST_SENT);
        committed += sale.units();
        waiting.add(new Waiting(sale.line(), sale.units(), due));
        events.add(new Event(due, Kind.SENDING, sale.line(), 0));
        if (!reviewIsDue) {
            reviewIsDue = true;
            long tomorrow = (Math.floorDiv(sale.at(), DAY) + 1) * DAY;
            events.add(new Event(tomorrow + MORNING + chance.nextLong(MORNINGS_LENGTH), Kind.REVIEW, 0, 0));
        }
        write(sale.at());
    }

    /** What was not sent yet is only no longer committed. */
    private void takeBack(Event refund) {
        int left = refund.units();
        Deque<Waiting> still = new ArrayDeque<>();
        for (Waiting one : waiting) {
            int cancelled = one.line() == refund.line() ? Math.min(left, one.units()) : 0;
            left -= cancelled;
            committed -= cancelled;
            if (cancelled > 0) {
                dispatch.calledOff(refund.at(), one.line(), cancelled);
            }
            if (one.units() > cancelled) {
                still.add(new Waiting(one.line(), one.units() - cancelled, one.due()));
            }
        }
        waiting.clear();
        waiting.addAll(still);
        Optional<SupplyTroubles.Missing> missing = missing(refund.at());
        if (missing.isPresent() && left > 0) {
            // Looked through first, and back on the shelf with the delivery.
            incoming += left;
            events.add(new Event(missing.get().to(), Kind.ARRIVAL, POSTPONED, left));
            left = 0;
        }
        onHand += left;
        write(refund.at());
        send(refund.at());
    }

    /** What was believed to be there is still to come, and a new delivery's worth of it at least. */
    private void lose(Event loss) {
        int missing = Math.max(onHand, rule.orderUpTo());
        onHand = 0;
        if (missing > 0) {
            incoming += missing;
            events.add(new Event(loss.line(), Kind.ARRIVAL, POSTPONED, missing));
        }
        write(loss.at());
    }

    private Optional<SupplyTroubles.Missing> missing(long now) {
        return troubles.missing().stream().filter(one -> one.holds(now)).findFirst();
    }

    /** When a delivery comes that is due at a time. */
    private long comes(Event delivery) {
        long late = delivery.line() == POSTPONED
                ? 0
                : troubles.late().stream()
                        .filter(one -> one.holds(delivery.at()))
                        .mapToLong(one -> one.days() * DAY)
                        .max()
                        .orElse(0);
        return missing(delivery.at() + late).map(SupplyTroubles.Missing::to).orElse(delivery.at() + late);
    }

    private void arrive(Event delivery) {
        long comes = comes(delivery);
        if (comes > delivery.at()) {
            events.add(new Event(comes, Kind.ARRIVAL, POSTPONED, delivery.units(), delivery.purchase()));
            return;
        }
        if (delivery.purchase() != NO_PURCHASE) {
            purchasing.received(delivery.purchase(), delivery.at());
        }
        incoming -= delivery.units();
        onHand += delivery.units();
        write(delivery.at());
        send(delivery.at());
    }

    private void send(long now) {
        Deque<Waiting> cut = new ArrayDeque<>();
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext() && onHand > 0; ) {
            Waiting one = each.next();
            if (one.due() > now) {
                continue;
            }
            int sent = Math.min(onHand, one.units());
            onHand -= sent;
            committed -= sent;
            dispatch.picked(now, one.line(), sent);
            each.remove();
            if (one.units() > sent) {
                cut.add(new Waiting(one.line(), one.units() - sent, one.due()));
            }
        }
        // Only the one that took the last unit can be short, and it stays the first.
        cut.forEach(waiting::addFirst);
        write(now);
    }

    private void review(long now) {
        reviewIsDue = false;
        int position = onHand - committed + incoming;
        if (position > rule.reorderPoint()) {
            return;
        }
        int ordered = Replenishment.packed(Math.max(1, rule.orderUpTo() - position));
        incoming += ordered;
        long days = (long) rule.leadDays() + chance.nextInt(-1, 3);
        if (chance.nextInt(PER_CENT) < LATE_PER_CENT) {
            days += chance.nextInt(7, 22);
        }
        int purchase = purchasing.ordered(site, article, ordered, now, now + rule.leadDays() * DAY);
        events.add(new Event(now + days * DAY, Kind.ARRIVAL, 0, ordered, purchase));
        write(now);
    }

    private void write(long now) {
        book.write(new Stock(onHand, committed, incoming, now));
    }
}
