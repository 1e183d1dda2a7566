package com.sentia.analytics.fact;

import java.util.Map;

/**
 * What one cause changes in one series at one instant, all its facts summed.
 *
 * @param timeMicros event time, UTC
 * @param values per measure of the dimension set: the sum's change, then the change of the number of facts; for a
 *     distinct measure the sum's change is 0 and {@code members} says more
 * @param members per distinct member the change of the number of its facts
 */
@SuppressWarnings("ArrayRecordComponent") // longs on the hot path; never compared
public record Contribution(long timeMicros, long[] values, Map<String, Integer> members) {}
