package com.sentia.launcher.parts;

import java.time.Duration;

/**
 * How the job runs.
 *
 * @param checkpointInterval short means less to do again after a kill, and more work all the time
 */
public record FlinkTuning(int parallelism, Duration checkpointInterval) {
    public static FlinkTuning standard() {
        return new FlinkTuning(2, Duration.ofSeconds(5));
    }
}
