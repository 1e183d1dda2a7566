package com.sentia.gateway.hook;

import com.sentia.schemas.RawRecord;
import com.sentia.schemas.topics.Topic;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What a genuine webhook turned out to be. */
public sealed interface Reading {
    /**
     * A record to write.
     *
     * @param topic raw topic it belongs on
     */
    record Usable(Topic topic, RawRecord content) implements Reading {}

    /**
     * Several records to write, all or the sender is asked to send all of them again.
     *
     * @param topic raw topic they belong on
     */
    record Several(Topic topic, List<RawRecord> contents) implements Reading {
        public Several {
            contents = List.copyOf(contents);
        }
    }

    /**
     * What somebody asks for, which is no record of an entity.
     *
     * @param topic it belongs on
     */
    record Request(Topic topic, String key, SpecificRecord content) implements Reading {}

    /**
     * A body that its sender should correct. It is told where, and what was sent is set aside, as not every sender listens.
     *
     * @param topic raw topic it was meant for
     * @param pointer JSON pointer to what is missing or wrong
     * @param rule what must be there; nothing of the body's contents
     */
    record Malformed(Topic topic, String pointer, String rule) implements Reading {}

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
