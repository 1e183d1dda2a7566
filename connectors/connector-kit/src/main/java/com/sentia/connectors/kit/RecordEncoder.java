package com.sentia.connectors.kit;

import org.apache.avro.specific.SpecificRecord;

/** Turns a record into the bytes a topic holds. */
@FunctionalInterface
public interface RecordEncoder {
    /** The value's bytes, in the registry's wire format, by the topic's subject for the record's schema. */
    byte[] encode(String topic, SpecificRecord value);
}
