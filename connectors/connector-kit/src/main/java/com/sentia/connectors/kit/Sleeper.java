package com.sentia.connectors.kit;

import java.time.Duration;

/** Waiting, so that tests need not. */
@FunctionalInterface
public interface Sleeper {
    /**
     * Returns after the duration.
     *
     * @throws StoppedException as soon as the task is asked to stop
     */
    void sleep(Duration duration);
}
