package com.sentia.jobs.kpi;

import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** Lets what knows nothing of Flink read and write keyed state. */
final class StateAccess {
    private StateAccess() {}

    /** What is done with state. */
    interface Access<T> {
        @Nullable
        T run() throws Exception;
    }

    static <T> @Nullable T to(Access<T> access) {
        try {
            return access.run();
        } catch (Exception e) {
            throw new FlinkRuntimeException("keyed state can't be read or written", e);
        }
    }
}
