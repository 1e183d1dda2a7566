package com.sentia.connectors.kit.control;

import java.util.List;
import java.util.OptionalLong;

/** Where a task's signals come from. */
public interface SignalSource extends AutoCloseable {
    /**
     * Begins at a place, or at the end when it is empty.
     *
     * @return where the first signal will stand that is not there yet; empty when that can't be known now, to be asked again
     */
    OptionalLong begin(OptionalLong position);

    /** The signals to this connector that came since, in order; none when there are none, without waiting for any. */
    List<ReceivedSignal> poll();

    @Override
    void close();
}
