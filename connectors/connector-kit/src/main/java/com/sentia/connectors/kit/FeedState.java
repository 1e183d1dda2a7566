package com.sentia.connectors.kit;

import java.util.Locale;

/** What a feed is doing, as people and alarms see it. */
public enum FeedState {
    /** There is more to read. */
    READING,
    /** It was read to its end, and is looked at again now and then. */
    CAUGHT_UP,
    /** The vendor, or another feed, goes first. */
    WAITING,
    /** Something failed that may pass by itself. */
    RETRYING,
    /** The vendor refuses it; it is asked again now and then. */
    STOPPED,
    /** Somebody paused it. */
    PAUSED;

    /** Its name in kebab-case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
