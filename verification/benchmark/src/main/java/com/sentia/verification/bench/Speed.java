package com.sentia.verification.bench;

/**
 * A median of runs.
 *
 * @param isCutOff some run was ended before it had worked up what it had read: the whole would have been slower
 */
record Speed(double eventsPerSecond, boolean isCutOff) {

    double ratioTo(Speed other) {
        return eventsPerSecond / other.eventsPerSecond;
    }
}
