package com.sentia.launcher.supervision;

import java.time.Duration;
import java.util.Set;

/** One supervised process of the stack. */
public interface Part {
    String name();

    /** Parts and steps that have to be ready before this one is started. */
    Set<String> needs();

    /** Writes the settings and gives the command line; called also when the process is found running. */
    Command command() throws Exception;

    /** Makes room for a new process, such as by removing what a killed one left. */
    default void beforeStart() throws Exception {
        // Most parts clean up after themselves.
    }

    /** Whether it answers now; asked again and again, answers within seconds. */
    boolean isReady();

    /** What has to follow each start before others may rely on the part. */
    default void whenReady() throws Exception {
        // Most parts are complete when they answer.
    }

    /** Told when a start didn't end in readiness, with the number of such starts in a row. */
    default void startFailed(int inARow) throws Exception {
        // Most parts have nothing to repair.
    }

    /** How long a start may take before it counts as failed. */
    default Duration startLimit() {
        return Duration.ofMinutes(3);
    }

    /** The signal that ends it in order, as {@code kill} names it. */
    default String stopSignal() {
        return "TERM";
    }

    /** Parts of a lower rank are stopped first, those of one rank together. */
    int stopRank();
}
