package com.sentia.launcher.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A kill that happened.
 *
 * @param atLines accepted lines that had been served
 * @param share how much of the run was behind it
 * @param caughtUp how long until the part was healthy and its hop further than at the kill; empty if never
 */
record ChaosEntry(
        String target, String part, long atLines, double share, Instant killedAt, Optional<Duration> caughtUp) {
    boolean isInRange() {
        return ChaosSchedule.isInside(share);
    }
}
