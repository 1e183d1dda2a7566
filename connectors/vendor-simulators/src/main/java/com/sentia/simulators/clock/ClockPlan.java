package com.sentia.simulators.clock;

import java.time.Duration;
import java.util.NavigableSet;
import java.util.Set;

/**
 * What a virtual clock has to know before it starts.
 *
 * @param end epoch milliseconds at which it stands still for good
 * @param quietFrom epoch milliseconds from which on nothing happens in any shop
 * @param drainStep virtual time of one step in drain mode, but in the quiet it is a day
 * @param readers whom drain mode waits for
 * @param halts epoch milliseconds that no step of drain mode passes over: there it stands until it is told to go on, or
 *     {@code patience} has passed, so that what changes right after was seen, and counted, as it stood before
 * @param patience how long it stands there by itself
 */
public record ClockPlan(
        long end,
        long quietFrom,
        Duration drainStep,
        Set<String> readers,
        NavigableSet<Long> halts,
        Duration patience) {}
