package com.sentia.jobs.kpi;

import com.sentia.jobs.kpi.facts.CanonicalFacts;
import com.sentia.runtime.Position;
import com.sentia.runtime.RecordReader;
import com.sentia.runtime.Rejection;
import com.sentia.runtime.UnitProgress;
import com.sentia.schemas.SourceProgress;
import org.apache.avro.specific.SpecificRecord;

/** Reads the records of canonical topics. */
record FactReader(CanonicalFacts facts) implements RecordReader<CanonicalEvent> {
    @Override
    public CanonicalEvent record(SpecificRecord record, Position position) {
        if (record instanceof SourceProgress progress) {
            return CanonicalEvent.of(UnitProgress.of(progress, position));
        }
        CanonicalFacts.Entity entity = facts.of(record);
        return CanonicalEvent.of(new EntityChange(entity.key(), entity.facts(), position, entity.levelAt()));
    }

    @Override
    public CanonicalEvent rejected(Rejection rejection) {
        return CanonicalEvent.of(rejection);
    }
}
