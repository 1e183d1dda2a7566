package com.sentia.jobs.kpi.facts;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.schemas.MachineReading;
import com.sentia.schemas.MachineState;
import java.util.Locale;

/** A reading of a machine: what it did for how long up to an instant. */
final class ReadingFacts {
    private ReadingFacts() {}

    static EntityFacts of(MachineReading reading) {
        if (reading.getState() == MachineState.UNKNOWN) {
            throw UnfitRecord.unknown("the machine's state");
        }
        if (FactList.isDeleted(reading.getOp())) {
            return FactList.none(reading.getVersion());
        }
        FactList facts = new FactList();
        facts.add(of(FactKind.READING, reading)
                .with(Attribute.STATE, reading.getState().name().toLowerCase(Locale.ROOT))
                .with(Attribute.FAILURE, reading.getFailureId())
                .with(Figure.UNITS, reading.getUnits())
                .with(Figure.DURATION, reading.getCoveredMillis()));
        Long cycle = reading.getCycleMillis();
        if (cycle != null) {
            facts.add(of(FactKind.CYCLE, reading).with(Figure.DURATION, cycle));
        }
        return facts.of(reading.getVersion(), true);
    }

    private static Fact.Builder of(FactKind kind, MachineReading reading) {
        return Fact.of(kind, FactList.micros(reading.getReadAt())).with(Attribute.LINE, reading.getLine());
    }
}
