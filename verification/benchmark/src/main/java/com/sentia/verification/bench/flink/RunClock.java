package com.sentia.verification.bench.flink;

import com.sentia.verification.bench.ContenderResult;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Times the one run of this JVM from its first line on. Static, as Flink makes the sources from serialised copies. */
final class RunClock {
    private static final long NOT_BEGUN = Long.MIN_VALUE;
    private static final AtomicLong BEGUN = new AtomicLong(NOT_BEGUN);
    private static final LongAdder LINES = new LongAdder();

    private RunClock() {}

    static void lineRead() {
        if (BEGUN.get() == NOT_BEGUN) {
            BEGUN.compareAndSet(NOT_BEGUN, System.nanoTime());
        }
        LINES.increment();
    }

    static ContenderResult stop() {
        return new ContenderResult(LINES.sum(), System.nanoTime() - BEGUN.get());
    }
}
