package com.sentia.simulators.clock;

import java.util.Set;

/**
 * What of a virtual clock survives its process.
 *
 * @param now epoch milliseconds, not before any time the clock has shown
 * @param stepping whether drain mode has left its running start
 * @param everRead readers that were at the end once
 */
public record ClockState(long now, ClockMode mode, double speed, boolean stepping, Set<String> everRead) {
    public ClockState {
        everRead = Set.copyOf(everRead);
    }

    public static ClockState startingAt(long now, ClockMode mode, double speed) {
        return new ClockState(now, mode, speed, false, Set.of());
    }
}
