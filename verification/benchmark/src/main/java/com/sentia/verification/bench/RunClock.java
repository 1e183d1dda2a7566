package com.sentia.verification.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Times the one run of this JVM from its first line on, and tells the result once: at the end, or when the run is cut off.
 * Static, as engines make the reading side from serialised copies.
 */
public final class RunClock {
    private static final long NOT_BEGUN = Long.MIN_VALUE;
    private static final AtomicLong BEGUN = new AtomicLong(NOT_BEGUN);
    private static final LongAdder LINES = new LongAdder();
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private RunClock() {}

    /** Sees to it that a run which is ended from outside still tells how far it had come. */
    public static void tellWhenCutOff(Path resultFile) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> tell(resultFile), "tell-result"));
    }

    public static void lineRead() {
        if (BEGUN.get() == NOT_BEGUN) {
            BEGUN.compareAndSet(NOT_BEGUN, System.nanoTime());
        }
        LINES.increment();
    }

    /** Writes how it went up to now; a run that has read nothing has nothing to tell. */
    public static void tell(Path resultFile) {
        if (BEGUN.get() == NOT_BEGUN || TOLD.getAndSet(true)) {
            return;
        }
        try {
            new ContenderResult(LINES.sum(), System.nanoTime() - BEGUN.get(), false).write(resultFile);
        } catch (IOException e) {
            throw new UncheckedIOException("the result can't be written to " + resultFile, e);
        }
    }
}
