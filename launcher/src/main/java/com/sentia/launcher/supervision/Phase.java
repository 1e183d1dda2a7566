package com.sentia.launcher.supervision;

/** Where a part or step stands. */
public enum Phase {
    /** What it needs is not ready yet. */
    WAITING,
    /** Started, not answering yet. */
    STARTING,
    /** Answers; of a step: done. */
    READY,
    /** Died or didn't get ready; about to be started again. */
    RESTARTING,
    /** Ended on purpose. */
    STOPPED
}
