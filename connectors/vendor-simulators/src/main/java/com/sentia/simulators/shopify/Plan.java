package com.sentia.simulators.shopify;

/** A shop's plan, which decides its query points. */
public enum Plan {
    STANDARD(100),
    ADVANCED(200),
    PLUS(1000),
    ENTERPRISE(2000);

    private static final int SECONDS_TO_FILL = 20;

    private final int pointsPerSecond;

    Plan(int pointsPerSecond) {
        this.pointsPerSecond = pointsPerSecond;
    }

    int pointsPerSecond() {
        return pointsPerSecond;
    }

    int bucketSize() {
        return pointsPerSecond * SECONDS_TO_FILL;
    }
}
