package com.sentia.simulators.company;

import com.sentia.simulators.retail.OrderLine;
import com.sentia.simulators.retail.RetailOrder;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one place has to send of one order, and what it sent. What was picked during a day leaves with the day's van, so that an order
 * goes out in as many consignments as there were days on which something of it was there. Times are epoch seconds.
 */
public final class FulfilmentOrder {
    /** How far it is. */
    public enum State {
        OPEN,
        IN_PROGRESS,
        CLOSED,
        CANCELLED
    }

    /**
     * What left with one van.
     *
     * @param number counted from 1
     * @param units by the numbers of their order lines
     */
    public record Consignment(int number, long at, SortedMap<Long, Integer> units) {}

    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final long VAN_LEAVES = Duration.ofHours(16).toSeconds();

    private final long id;
    private final RetailOrder order;
    private final Site site;
    private final List<OrderLine> lines;
    private final long promisedAt;
    private final SortedMap<Long, SortedMap<Long, Integer>> sent = new TreeMap<>();
    private final SortedMap<Long, SortedMap<Long, Integer>> calledOff = new TreeMap<>();

    /**
     * What becomes of it.
     *
     * @param lines those of the order that the place has to send
     * @param promisedAt by when all of it should have left
     */
    FulfilmentOrder(long id, RetailOrder order, Site site, List<OrderLine> lines, long promisedAt, Dispatch dispatch) {
        this.id = id;
        this.order = order;
        this.site = site;
        this.lines = List.copyOf(lines);
        this.promisedAt = vanAfter(promisedAt);
        for (OrderLine line : lines) {
            for (Dispatch.Move move : dispatch.of(line.number())) {
                SortedMap<Long, SortedMap<Long, Integer>> side = move.isSent() ? sent : calledOff;
                side.computeIfAbsent(move.isSent() ? vanAfter(move.at()) : move.at(), at -> new TreeMap<>())
                        .merge((long) line.number(), move.units(), Integer::sum);
            }
        }
    }

    public long id() {
        return id;
    }

    public RetailOrder order() {
        return order;
    }

    public Site site() {
        return site;
    }

    public List<OrderLine> lines() {
        return lines;
    }

    public long createdAt() {
        return order.placedAt();
    }

    /** By when all of it should have left. */
    public long promisedAt() {
        return promisedAt;
    }

    /** When it had last changed by a second at which it was there. */
    public long updatedAt(long second) {
        return Math.max(createdAt(), Math.max(last(sent, second), last(calledOff, second)));
    }

    /** Units of a line that are to be sent or were. */
    public int total(OrderLine line, long second) {
        return line.quantity() - units(calledOff, line, second);
    }

    /** Units of a line that are still to be sent. */
    public int remaining(OrderLine line, long second) {
        return total(line, second) - units(sent, line, second);
    }

    /** What had left by a second, in the order in which it did. */
    public List<Consignment> consignments(long second) {
        int[] number = {0};
        return sent.headMap(second + 1).entrySet().stream()
                .map(van -> new Consignment(++number[0], van.getKey(), van.getValue()))
                .toList();
    }

    /** How far it was at a second. */
    public State state(long second) {
        boolean isDone = lines.stream().allMatch(line -> remaining(line, second) == 0);
        boolean hasBegun = !sent.headMap(second + 1).isEmpty();
        if (isDone) {
            return hasBegun ? State.CLOSED : State.CANCELLED;
        }
        return hasBegun ? State.IN_PROGRESS : State.OPEN;
    }

    private static int units(SortedMap<Long, SortedMap<Long, Integer>> side, OrderLine line, long second) {
        return side.headMap(second + 1).values().stream()
                .mapToInt(units -> units.getOrDefault((long) line.number(), 0))
                .sum();
    }

    private static long last(SortedMap<Long, ?> side, long second) {
        SortedMap<Long, ?> until = side.headMap(second + 1);
        return until.isEmpty() ? Long.MIN_VALUE : until.lastKey();
    }

    private static long vanAfter(long second) {
        long today = Math.floorDiv(second, DAY) * DAY + VAN_LEAVES;
        return second <= today ? today : today + DAY;
    }
}
