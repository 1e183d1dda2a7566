package com.sentia.launcher.demo;

import com.sentia.launcher.status.SimulatorStatus;
import java.time.Duration;
import java.time.Instant;

/**
 * How much of a run is behind it, 0 to 1: the mean of two shares, that of the lines that have been served and that of
 * the shops' time from the first look to the last line. A shop's past is served in one go, so that lines alone would
 * put every kill into the same second; time alone would put none into the past.
 */
record RunShare(Instant opening) {
    double of(SimulatorStatus shops) {
        return (shops.share() + timeShare(shops)) / 2;
    }

    private double timeShare(SimulatorStatus shops) {
        double whole = Duration.between(opening, shops.fileEnd()).toMillis();
        double gone = Duration.between(opening, shops.virtualNow()).toMillis();
        return whole <= 0 ? 1 : Math.max(0, Math.min(1, gone / whole));
    }
}
