package com.sentia.timescale;

import java.io.Serializable;

/**
 * A row the database refuses for what it holds (a value out of range, a broken constraint), found by dividing its batch.
 *
 * @param row as it was handed to the sink
 * @param sqlState the database's error code
 * @param reason the database's message
 */
public record RejectedRow<T>(T row, String sqlState, String reason) {
    /** Takes a refused row to where it isn't lost; throwing fails the job. */
    @FunctionalInterface
    public interface Handler<T> extends Serializable {
        void reject(RejectedRow<T> rejected);
    }
}
