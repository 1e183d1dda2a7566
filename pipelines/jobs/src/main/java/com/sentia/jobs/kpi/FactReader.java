package com.sentia.jobs.kpi;

import com.sentia.jobs.kpi.facts.CanonicalFacts;
import com.sentia.runtime.Position;
import com.sentia.runtime.RecordReader;
import com.sentia.runtime.Rejection;
import com.sentia.runtime.UnitProgress;
import com.sentia.schemas.SourceProgress;
import org.apache.avro.specific.SpecificRecord;

/** Reads the records of canonical topics. */
record FactReader(CanonicalFacts facts) implements RecordReader<SalesEvent> {
    @Override
    public SalesEvent record(SpecificRecord record, Position position) {
        if (record instanceof SourceProgress progress) {
            return SalesEvent.of(UnitProgress.of(progress, position));
        }
        CanonicalFacts.Entity entity = facts.of(record);
        return SalesEvent.of(new EntityChange(entity.key(), entity.facts(), position));
    }

    @Override
    public SalesEvent rejected(Rejection rejection) {
        return SalesEvent.of(rejection);
    }
}
