package com.sentia.jobs.kpi;

import com.sentia.jobs.kpi.facts.CanonicalRates;
import com.sentia.runtime.Position;
import com.sentia.runtime.RecordReader;
import com.sentia.runtime.Rejection;
import com.sentia.schemas.SourceProgress;
import org.apache.avro.specific.SpecificRecord;

/** Reads the records of the rates' topic. How far a source of rates is complete is nobody's concern: values don't wait for it. */
record RateReader(CanonicalRates rates) implements RecordReader<RateEvent> {
    @Override
    public RateEvent record(SpecificRecord record, Position position) {
        return record instanceof SourceProgress ? RateEvent.NONE : RateEvent.of(rates.of(record));
    }

    @Override
    public RateEvent rejected(Rejection rejection) {
        return RateEvent.of(rejection);
    }
}
