package com.sentia.simulators.clock;

import java.time.Duration;
import java.util.Set;

/**
 * What a virtual clock has to know before it starts.
 *
 * @param end epoch milliseconds at which it stands still for good
 * @param drainStep virtual time of one step in drain mode
 * @param readers whom drain mode waits for
 */
public record ClockPlan(long end, Duration drainStep, Set<String> readers) {}
