package com.sentia.launcher.parts;

import java.time.Duration;

/**
 * How the jobs run.
 *
 * @param parallelism of the first deployment's job
 * @param checkpointInterval short means less to do again after a kill, and more work all the time
 */
public record FlinkTuning(int parallelism, Duration checkpointInterval) {
    /** Later deployments publish few KPIs, and share the processors with the first: one subtask a step does. */
    static final int LATER_PARALLELISM = 1;

    /** One that is shown, and one that is to take its place. */
    private static final int LATER_DEPLOYMENTS = 2;

    /** Enough for the first deployment and for later ones beside it, until they have taken over. */
    int slots() {
        return parallelism + LATER_DEPLOYMENTS * LATER_PARALLELISM;
    }

    public static FlinkTuning standard() {
        return new FlinkTuning(2, Duration.ofSeconds(5));
    }
}
