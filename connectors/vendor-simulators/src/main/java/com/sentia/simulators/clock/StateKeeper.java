package com.sentia.simulators.clock;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records a clock's state before the clock may show it: twice a second, and at once when asked. */
public final class StateKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StateKeeper.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration AHEAD = INTERVAL.multipliedBy(3);

    private final Path file;
    private final Function<ClockState, SavedState> describe;
    private final VirtualClock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "state");
        made.setDaemon(true);
        return made;
    });
    private final AtomicBoolean failing = new AtomicBoolean();

    /** @param describe the whole state around a clock's */
    public StateKeeper(Path file, VirtualClock clock, Function<ClockState, SavedState> describe) {
        this.file = file;
        this.clock = clock;
        this.describe = describe;
    }

    /** Records the state once, then regularly. */
    public void start() throws IOException {
        write(clock.stateAhead(AHEAD));
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(
                this::record, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Records the state soon. */
    public void recordSoon() {
        thread.execute(this::record);
    }

    /** Records the state at which the clock stops. */
    @Override
    public void close() throws IOException {
        thread.shutdown();
        try {
            thread.awaitTermination(INTERVAL.toMillis() * 4, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        write(clock.stateAtStop());
    }

    private void record() {
        try {
            write(clock.stateAhead(AHEAD));
            if (failing.getAndSet(false)) {
                LOG.info("state=recorded-again file={}", file);
            }
        } catch (IOException e) {
            if (!failing.getAndSet(true)) {
                LOG.warn("state=unrecorded file={} consequence=virtual-time-waits problem={}", file, e.toString());
            }
        }
    }

    private void write(ClockState state) throws IOException {
        describe.apply(state).write(file);
        clock.allowUntil(state);
    }
}
