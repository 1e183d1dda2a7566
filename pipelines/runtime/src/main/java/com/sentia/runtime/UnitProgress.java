package com.sentia.runtime;

import com.sentia.schemas.SourceProgress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One feed's progress as one partition tells it.
 *
 * @param completeToMicros every change in the source before this stands before it in its partition, UTC
 * @param atMicros when the connector found it, UTC
 */
public record UnitProgress(
        Position position, String vendor, String unit, String entity, long completeToMicros, long atMicros) {

    public static UnitProgress of(SourceProgress progress, Position position) {
        return new UnitProgress(
                position,
                progress.getVendor(),
                progress.getUnit(),
                progress.getEntity(),
                micros(progress.getCompleteTo()),
                micros(progress.getAt()));
    }

    /** The feed as settings name it: {@code vendor/unit/entity}. */
    public String feed() {
        return vendor + "/" + unit + "/" + entity;
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
