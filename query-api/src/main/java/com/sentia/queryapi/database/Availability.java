package com.sentia.queryapi.database;

import com.sentia.queryapi.http.ProblemException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs when the database goes away or comes back, once each: many questions meet the same absence. */
final class Availability {
    private static final Logger log = LoggerFactory.getLogger(Availability.class);
    private static final String FINE = "available";

    private final AtomicReference<String> state = new AtomicReference<>(FINE);

    void answered() {
        if (!FINE.equals(state.getAndSet(FINE))) {
            log.info("action=query outcome=available");
        }
    }

    /** Of a known problem the first is told; any other failure is told by whoever answers the request. */
    void failed(Throwable meaning, Throwable cause) {
        if (meaning instanceof ProblemException known
                && !known.problem()
                        .code()
                        .equals(state.getAndSet(known.problem().code()))) {
            log.warn("action=query outcome={} reason=\"{}\"", known.problem().code(), cause.toString());
        }
    }
}
