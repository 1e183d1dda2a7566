package com.sentia.connectors.kit.control;

/** How one feed stands, as JMX and its exporters show it. */
public interface FeedMXBean {
    /** How far behind our clock the feed is known to be complete, seconds; -1 before that is known. */
    double getCompleteToLagSeconds();

    /** Records handed on since the task started, backfills included. */
    long getRecordsSent();

    /** Dead letters since the task started. */
    long getRecordsRejected();

    /** reading, caught-up, waiting, retrying, stopped or paused. */
    String getState();

    /** What the credential may still ask at this moment, in the vendor's terms; -1 before the vendor has told. */
    double getBudgetAvailable();

    /** Which part of what the credential may ask at once is used up at this moment, 0 to 1; -1 before the vendor has told. */
    double getBudgetInUse();

    /** Days until the API version asked for is no longer served; -1 when that is not known. */
    double getApiVersionDaysLeft();
}
