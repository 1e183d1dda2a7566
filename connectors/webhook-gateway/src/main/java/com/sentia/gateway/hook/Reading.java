package com.sentia.gateway.hook;

import com.sentia.schemas.RawRecord;
import com.sentia.schemas.topics.Topic;

/** What a genuine webhook turned out to be. */
public sealed interface Reading {
    /**
     * A record to write.
     *
     * @param topic raw topic it belongs on
     */
    record Usable(Topic topic, RawRecord content) implements Reading {}

    /**
     * Nothing we have a use for.
     *
     * @param kind what is counted: the vendor's topic, or what it lacks
     */
    record Unused(String kind) implements Reading {}

    /**
     * A body that should have been usable and is not.
     *
     * @param topic raw topic it was meant for
     * @param id the vendor's id, or what there is in its place
     * @param reason stable code, kebab-case
     * @param detail what was wrong, for people; nothing of the body's contents
     */
    record Unreadable(Topic topic, String id, String reason, String detail) implements Reading {}
}
