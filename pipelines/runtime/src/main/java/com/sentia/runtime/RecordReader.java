package com.sentia.runtime;

import java.io.Serializable;
import org.apache.avro.specific.SpecificRecord;

/** Turns what was read from Kafka into what a job works with. */
public interface RecordReader<T> extends Serializable {

    /** @throws UnfitRecordException when the record can't be counted */
    T record(SpecificRecord record, Position position);

    T rejected(Rejection rejection);
}
