package com.sentia.simulators.company;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notes of each order line what was picked for it, and what was called off before it was. */
final class Dispatch {
    /**
     * Units of a line.
     *
     * @param at epoch second
     * @param isSent whether they were picked, not called off
     */
    record Move(long at, int units, boolean isSent) {}

    private final Map<Long, List<Move>> moves = new HashMap<>();

    void picked(long at, long line, int units) {
        add(line, new Move(at, units, true));
    }

    void calledOff(long at, long line, int units) {
        add(line, new Move(at, units, false));
    }

    /** Those of a line in the order of time. */
    List<Move> of(long line) {
        return moves.getOrDefault(line, List.of());
    }

    private void add(long line, Move move) {
        moves.computeIfAbsent(line, number -> new ArrayList<>(1)).add(move);
    }
}
