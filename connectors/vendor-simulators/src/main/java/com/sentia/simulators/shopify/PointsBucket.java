package com.sentia.simulators.shopify;

import java.util.function.DoubleSupplier;

/** One shop's query points: a bucket that refills steadily in virtual time. Safe for use by many threads. */
final class PointsBucket {
    /** How the bucket stands: its size, what is in it, points gained a second. */
    record Status(double maximumAvailable, int currentlyAvailable, double restoreRate) {}

    /**
     * What was taken since the process began, for those who look at how well a reader keeps to its limit.
     *
     * @param seconds by the time in which the bucket refills
     * @param queries that were answered
     * @param points they cost
     * @param throttled queries that there were not enough points for
     */
    record Usage(double seconds, long queries, long points, long throttled, int available, double restoredPerSecond) {}

    private static final double MILLIS_PER_SECOND = 1000;

    private final Plan plan;
    private final DoubleSupplier quotaMillis;
    private double available;
    private double refilledAt;
    private long queries;
    private long spent;
    private long throttled;

    PointsBucket(Plan plan, DoubleSupplier quotaMillis) {
        this.plan = plan;
        this.quotaMillis = quotaMillis;
        this.available = plan.bucketSize();
        this.refilledAt = quotaMillis.getAsDouble();
    }

    /** Takes points if there are enough; otherwise takes none. */
    synchronized boolean take(int points) {
        refill();
        if (available < points) {
            throttled++;
            return false;
        }
        available -= points;
        spent += points;
        queries++;
        return true;
    }

    /** Returns points that were taken and not needed. */
    synchronized void giveBack(int points) {
        refill();
        available = Math.min(plan.bucketSize(), available + points);
        spent -= points;
    }

    synchronized Usage usage() {
        refill();
        return new Usage(
                refilledAt / MILLIS_PER_SECOND, queries, spent, throttled, (int) available, plan.pointsPerSecond());
    }

    synchronized Status status() {
        refill();
        return new Status(plan.bucketSize(), (int) available, plan.pointsPerSecond());
    }

    private void refill() {
        double now = quotaMillis.getAsDouble();
        available = Math.min(
                plan.bucketSize(), available + (now - refilledAt) / MILLIS_PER_SECOND * plan.pointsPerSecond());
        refilledAt = now;
    }
}
