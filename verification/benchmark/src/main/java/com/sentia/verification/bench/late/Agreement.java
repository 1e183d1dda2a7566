package com.sentia.verification.bench.late;

import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** Comparing what SQL computed, a value per window end, with the change points that stand for them. */
final class Agreement {
    private Agreement() {}

    /**
     * The first window that differs; empty when all are equal. A window without a change point has the value of the change point
     * before it; before the first it is nothing, which is zero.
     *
     * @param expected value by window end
     * @param changePoints value by window end
     */
    static Optional<String> difference(
            NavigableMap<Long, BigDecimal> expected, NavigableMap<Long, BigDecimal> changePoints) {
        for (Map.Entry<Long, BigDecimal> window : expected.entrySet()) {
            Map.Entry<Long, BigDecimal> holds = changePoints.floorEntry(window.getKey());
            BigDecimal found = holds == null ? BigDecimal.ZERO : holds.getValue();
            if (found.compareTo(window.getValue()) != 0) {
                return Optional.of("the window that ends at " + window.getKey() + " µs has " + found + ", recomputed "
                        + window.getValue());
            }
        }
        return Optional.empty();
    }
}
