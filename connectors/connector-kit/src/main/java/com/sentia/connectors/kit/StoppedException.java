package com.sentia.connectors.kit;

/** Thrown out of whatever a task is doing once it has been asked to stop. */
public final class StoppedException extends RuntimeException {
    public StoppedException() {
        super("the task was asked to stop");
    }
}
