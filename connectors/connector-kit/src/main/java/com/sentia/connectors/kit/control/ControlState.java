package com.sentia.connectors.kit.control;

import org.jspecify.annotations.Nullable;

/**
 * What people made of a feed, and which signals it has heard.
 *
 * @param signalPosition where in the topic of signals the first one stands that it has not heard
 * @param isPaused whether it is not to be read
 * @param isStopped whether it was told that the vendor refuses it
 * @param backfill what is read beside it; null when nothing is
 */
public record ControlState(
        long signalPosition,
        boolean isPaused,
        boolean isStopped,
        @Nullable Backfill backfill) {
    static ControlState from(long signalPosition) {
        return new ControlState(signalPosition, false, false, null);
    }

    ControlState heard(long position) {
        return new ControlState(position, isPaused, isStopped, backfill);
    }

    ControlState paused(boolean paused) {
        return new ControlState(signalPosition, paused, isStopped, backfill);
    }

    ControlState stopped(boolean stopped) {
        return new ControlState(signalPosition, isPaused, stopped, backfill);
    }

    ControlState with(@Nullable Backfill other) {
        return new ControlState(signalPosition, isPaused, isStopped, other);
    }
}
