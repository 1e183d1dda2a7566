package com.sentia.launcher.supervision;

import java.time.Duration;

/** How long to wait before a part is started again: at once after a death, ever longer while starts fail. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 10;

    private Backoff() {}

    /** @param failures starts in a row that didn't end in readiness */
    static Duration before(int failures) {
        if (failures == 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
