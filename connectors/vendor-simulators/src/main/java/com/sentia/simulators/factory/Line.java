package com.sentia.simulators.factory;

import java.util.List;

/**
 * A production line and what is done on it, in turn.
 *
 * @param operations in the order a lot takes them
 * @param idealCycles shortest milliseconds for one unit, by operation
 */
record Line(String code, List<String> operations, List<Long> idealCycles, List<String> machines, boolean isLast) {
    static final List<Line> ALL = List.of(
            new Line("assembly", List.of("mould", "assemble"), List.of(9_000L, 12_000L), List.of("M-1", "M-2"), false),
            new Line("packing", List.of("pack"), List.of(6_500L), List.of("M-3"), true));

    /** What a shift works on. */
    int operationOf(Shift shift) {
        return (shift.index() - 1) % operations.size();
    }
}
