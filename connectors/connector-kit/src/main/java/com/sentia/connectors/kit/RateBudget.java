package com.sentia.connectors.kit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * What one credential may still ask of one scope of a vendor. It is fed by the status the vendor tells with each answer and makes
 * callers wait before the limit, not after it. Safe for use by several threads.
 *
 * <p>The vendor's clock may run faster than ours (a simulated one does), so the refill that was really seen counts where it is
 * greater than the one told.
 */
public final class RateBudget {
    private final Clock clock;
    private final Sleeper sleeper;
    private boolean known;
    private double available;
    private double toldAvailable;
    private double maximum;
    private double perSecond;
    private Instant refilledAt;
    private Instant toldAt;

    public RateBudget(Clock clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
        this.refilledAt = clock.instant();
        this.toldAt = refilledAt;
    }

    /** Takes points, waiting until they can be had. Before the vendor has told a status nothing is waited for. */
    public void take(double points) {
        Duration wait = reserve(points);
        if (!wait.isZero()) {
            sleeper.sleep(wait);
        }
    }

    /**
     * Takes over the vendor's status.
     *
     * @param nowAvailable points left after the answer
     * @param bucket points at most
     * @param restoredPerSecond points that come back each second, by the vendor's clock
     * @param spent points the answer cost in the end
     */
    public synchronized void tell(double nowAvailable, double bucket, double restoredPerSecond, double spent) {
        Instant now = clock.instant();
        double seen = known ? (nowAvailable - toldAvailable + spent) / Math.max(1e-3, seconds(toldAt, now)) : 0;
        known = true;
        available = nowAvailable;
        toldAvailable = nowAvailable;
        maximum = bucket;
        perSecond = Math.max(1, Math.max(restoredPerSecond, seen));
        refilledAt = now;
        toldAt = now;
    }

    /** How long until the points are there, by the last status; they are not taken. */
    public synchronized Duration timeUntil(double points) {
        refill();
        double missing = Math.min(points, maximum) - available;
        return !known || missing <= 0 ? Duration.ZERO : Duration.ofMillis((long) Math.ceil(missing / perSecond * 1000));
    }

    /** The points that can be had now, by the last status; none before the vendor has told one. */
    public synchronized OptionalDouble available() {
        refill();
        return known ? OptionalDouble.of(available) : OptionalDouble.empty();
    }

    /** Which part of the points is used up now, 0 to 1, by the last status; none before the vendor has told one. */
    public synchronized OptionalDouble inUse() {
        refill();
        return known && maximum > 0
                ? OptionalDouble.of(Math.min(1, Math.max(0, 1 - available / maximum)))
                : OptionalDouble.empty();
    }

    private synchronized Duration reserve(double points) {
        Duration wait = timeUntil(points);
        available -= Math.min(points, maximum);
        return wait;
    }

    private void refill() {
        Instant now = clock.instant();
        available = Math.min(maximum, available + seconds(refilledAt, now) * perSecond);
        refilledAt = now;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
