package com.sentia.simulators.clock;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The time the simulated shops live in. It never goes back, not even over a kill: it shows no time beyond the one that
 * was recorded by {@link #allowUntil}.
 *
 * <p>Safe for use by many threads.
 */
public final class VirtualClock {
    private static final double NANOS_PER_MILLI = 1e6;

    private static final Duration QUIET_STEP = Duration.ofDays(1);

    private final LongSupplier nanoTime;
    private final ClockPlan plan;
    private final Set<String> everRead;
    private final Set<String> readAtStep = new HashSet<>();
    private ClockMode mode;
    private double speed;
    private boolean stepping;
    private boolean halted;
    private long haltNanos;
    private long anchorNanos;
    private double anchor;
    private double quotaAnchor;
    private long allowed;
    private Runnable onStep = () -> {};

    public VirtualClock(LongSupplier nanoTime, ClockPlan plan, ClockState state) {
        this.nanoTime = nanoTime;
        this.plan = plan;
        this.anchorNanos = nanoTime.getAsLong();
        this.anchor = Math.min(state.now(), plan.end());
        this.allowed = state.now();
        this.mode = state.mode();
        this.speed = state.speed();
        this.stepping = state.stepping();
        this.everRead = new HashSet<>(state.everRead());
    }

    /** Sets what is called, with the clock's lock held, when drain mode took a step that has to be recorded. */
    public synchronized void whenStepped(Runnable action) {
        onStep = action;
    }

    /** Virtual epoch milliseconds. */
    public synchronized long now() {
        return Math.min(allowed, reached());
    }

    /**
     * Milliseconds by which rate limits refill: virtual time, but it goes on while the clock waits for its readers or
     * stands at its end, so that a reader told to wait does not wait for ever.
     */
    public synchronized double quotaMillis() {
        return quotaAnchor + elapsed();
    }

    public synchronized boolean hasEnded() {
        return now() >= plan.end();
    }

    /** Changes how time passes from now on. Takes drain mode to its running start unless every reader was at the end once. */
    public synchronized void run(ClockMode newMode, double newSpeed) {
        settle();
        mode = newMode;
        speed = newSpeed;
        stepping = mode == ClockMode.DRAIN && everRead.containsAll(plan.readers());
        halted = false;
        readAtStep.clear();
    }

    /** Whether drain mode stands at a halt of its plan and waits to be told to go on. */
    public synchronized boolean isHalted() {
        return halted && nanoTime.getAsLong() - haltNanos < plan.patience().toNanos();
    }

    /** Tells that a reader was given the end of its feed as it stood at {@code shown}. */
    public synchronized void readToEnd(String reader, long shown) {
        everRead.add(reader);
        if (mode == ClockMode.SPEED) {
            return;
        }
        if (!stepping) {
            if (everRead.containsAll(plan.readers())) {
                settle();
                stepping = true;
            }
            return;
        }
        if (shown >= reached()) {
            readAtStep.add(reader);
        }
        if (readAtStep.containsAll(plan.readers()) && reached() < plan.end() && !isHalted()) {
            step();
        }
    }

    private void step() {
        settle();
        // Nothing between the two steps is ever shown.
        allowed = now();
        long stride = (anchor < plan.quietFrom() ? plan.drainStep() : QUIET_STEP).toMillis();
        long next = Math.min(plan.end(), (long) anchor + stride);
        Long halt = plan.halts().higher((long) anchor);
        halted = halt != null && halt <= next;
        haltNanos = nanoTime.getAsLong();
        anchor = halted && halt != null ? halt : next;
        quotaAnchor += stride;
        readAtStep.clear();
        onStep.run();
    }

    /** The state to record before {@link #allowUntil} its time; it reaches ahead by what may pass in real time {@code ahead}. */
    public synchronized ClockState stateAhead(Duration ahead) {
        double margin = stepping ? 0 : ahead.toMillis() * speed;
        long bound = (long) Math.min((double) plan.end(), reached() + margin);
        return new ClockState(Math.max(allowed, bound), mode, speed, stepping, everRead);
    }

    /** The state at which the clock is stopped for good in this process: reaches ahead by nothing. */
    public synchronized ClockState stateAtStop() {
        allowed = now();
        return new ClockState(allowed, mode, speed, stepping, everRead);
    }

    /** Lets the clock go on to the time of a state that was recorded. */
    public synchronized void allowUntil(ClockState recorded) {
        allowed = Math.max(allowed, recorded.now());
    }

    public synchronized ClockMode mode() {
        return mode;
    }

    public synchronized double speed() {
        return speed;
    }

    private void settle() {
        double passed = elapsed();
        anchor = Math.min(allowed, reached());
        quotaAnchor += passed;
        anchorNanos = nanoTime.getAsLong();
    }

    private long reached() {
        return stepping ? (long) anchor : (long) Math.min((double) plan.end(), anchor + elapsed());
    }

    private double elapsed() {
        return (nanoTime.getAsLong() - anchorNanos) / NANOS_PER_MILLI * speed;
    }
}
