package com.sentia.connectors.kit;

/** The second place of a version: which feed has the last word when the source's update time is the same. */
public final class FeedRank {
    /** Told in passing: may lack what a full read has. */
    public static final int WEBHOOK = 1;

    /** Read whole: by polling, in bulk, or to reconcile. */
    public static final int FULL_READ = 2;

    /** From the source's own log of changes, where nothing is older than it says. */
    public static final int CHANGE_LOG = 3;

    /** The end of a record that nobody gave a time: it takes the last one seen. */
    public static final int DELETE_WITHOUT_TIME = 9;

    private FeedRank() {}
}
