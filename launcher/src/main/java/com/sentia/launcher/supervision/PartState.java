package com.sentia.launcher.supervision;

import java.time.Instant;

/**
 * What is known of a part.
 *
 * @param since when it entered the phase
 * @param pid its process; 0 when there is none
 * @param restarts how often it was started again after having been ready
 * @param failures starts in a row that didn't end in readiness
 * @param detail the last trouble, or empty
 */
public record PartState(String name, Phase phase, Instant since, long pid, int restarts, int failures, String detail) {
    static PartState waiting(String name, Instant now) {
        return new PartState(name, Phase.WAITING, now, 0, 0, 0, "");
    }

    PartState starting(Instant now, long newPid) {
        return new PartState(name, Phase.STARTING, now, newPid, restarts, failures, detail);
    }

    PartState ready(Instant now) {
        return new PartState(name, Phase.READY, now, pid, restarts, 0, "");
    }

    PartState died(Instant now, String why) {
        return new PartState(name, Phase.RESTARTING, now, 0, restarts + 1, failures, why);
    }

    PartState failed(Instant now, String why) {
        return new PartState(name, Phase.RESTARTING, now, 0, restarts, failures + 1, why);
    }

    PartState stopped(Instant now) {
        return new PartState(name, Phase.STOPPED, now, 0, restarts, failures, detail);
    }
}
