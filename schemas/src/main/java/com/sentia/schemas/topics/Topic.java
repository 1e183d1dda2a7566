package com.sentia.schemas.topics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * One topic as the catalogue describes it.
 *
 * @param name what it is called in Kafka
 * @param holds what its records say, for people
 * @param key how the UTF-8 text of a key is made up
 * @param values the records that may be on it; each has a subject of its own
 * @param partitions the number of partitions, the same for a raw topic and all topics made from it
 * @param retention how long records stay
 */
public record Topic(String name, String holds, String key, List<Schema> values, int partitions, Retention retention) {
    /** Room for an order of some ten thousand lines, and for the dead letter that carries it whole. */
    public static final int MAX_RECORD_BYTES = 8 * 1024 * 1024;

    public Topic {
        values = List.copyOf(values);
    }

    /** The settings the topic is created with and held to. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(retention.topicSettings());
        // Business dates can be years old: with the producer's time they would be deleted at once.
        settings.put("message.timestamp.type", "LogAppendTime");
        settings.put("max.message.bytes", Integer.toString(MAX_RECORD_BYTES));
        return settings;
    }

    public List<String> subjects() {
        return values.stream().map(schema -> Subjects.of(name, schema)).toList();
    }
}
