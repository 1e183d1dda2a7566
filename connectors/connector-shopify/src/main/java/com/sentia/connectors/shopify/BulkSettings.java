package com.sentia.connectors.shopify;

import java.time.Duration;

/**
 * When and how the past is read by bulk operations.
 *
 * @param by which way
 * @param threshold records from which on an operation is begun where the way is left to us
 * @param deadline how long an operation may take, or be waited for, before a smaller one is begun instead
 * @param pollInterval how often it is asked how an operation stands
 * @param recordsPerPoll records handed on at once
 */
record BulkSettings(By by, int threshold, Duration deadline, Duration pollInterval, int recordsPerPoll) {
    /** A way of reading the past. */
    enum By {
        /** By what is quicker for as many records as there are. */
        AUTO,
        /** By bulk operations. */
        BULK,
        /** By pages. */
        PAGES
    }
}
