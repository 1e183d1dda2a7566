package com.sentia.runtime;

import java.io.Serializable;
import org.apache.avro.specific.SpecificRecord;

/** Turns what a job works with into what goes onto a topic. */
public interface RecordWriter<T> extends Serializable {

    /** The record's key, UTF-8. */
    byte[] key(T element);

    /** Elements with the same text go to the same partition. */
    String partitionedBy(T element);

    SpecificRecord record(T element);
}
