package com.sentia.verification.facts;

import com.sentia.schemas.topics.Topic;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * One version of a fact as it reaches its topic.
 *
 * @param topic where it goes
 * @param key key of the record
 * @param fact the version
 * @param arrivedAt when it arrives
 */
public record Arrival(Topic topic, String key, SpecificRecord fact, Instant arrivedAt) {}
