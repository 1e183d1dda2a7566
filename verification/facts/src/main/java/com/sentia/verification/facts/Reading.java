package com.sentia.verification.facts;

import com.sentia.schemas.MachineReading;
import com.sentia.schemas.MachineState;
import com.sentia.schemas.Measurement;
import com.sentia.schemas.Op;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import com.sentia.verification.facts.Company.Plant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What a machine did up to an instant. */
record Reading(
        Plant plant,
        @Nullable String run,
        Instant readAt,
        Duration covered,
        MachineState state,
        @Nullable String failure,
        long units,
        long bearingMicrocelsius)
        implements Entity {
    @Override
    public Topic topic() {
        return Topics.MACHINE_READING;
    }

    @Override
    public String key() {
        return Company.FACTORY_UNIT + "/" + id();
    }

    private String id() {
        return plant.machine() + "/" + Versions.micros(readAt);
    }

    @Override
    public SpecificRecord as(Version version, Op op) {
        return MachineReading.newBuilder()
                .setSource("sentia")
                .setUnit(Company.FACTORY_UNIT)
                .setReadingId(id())
                .setVersion(version)
                .setOp(op)
                .setMachine(plant.machine())
                .setLine(plant.line())
                .setRunId(run)
                .setReadAt(readAt)
                .setCoveredMillis(covered.toMillis())
                .setState(state)
                .setFailureId(failure)
                .setUnits(units)
                .setCycleMillis(units == 0 ? null : covered.toMillis() / units)
                .setMeasurements(List.of(Measurement.newBuilder()
                        .setName("bearing-celsius")
                        .setValueMicros(bearingMicrocelsius)
                        .build()))
                .setUpdatedAt(Versions.updatedAt(version))
                .build();
    }
}
