package com.sentia.timescale;

import java.util.List;

/**
 * What a KPI job says of one entity's current facts: these are they, as of this version, or, where it is forgotten, that none
 * are kept any longer.
 *
 * @param entity kind, unit and id, as the restatement ledger names a cause
 * @param updatedAtMicros first part of the version, UTC; of a forgotten entity the instant since which it must not have
 *     changed
 * @param feedRank second part of the version
 * @param fetchedAtMicros third part of the version, UTC
 * @param causeKind {@code LATE} (its first version), {@code EDIT} or {@code CANCEL}
 * @param facts all that the version stands for, not what changed
 * @param isForgotten whether retention is over for all of it
 */
public record FactWrite(
        String entity,
        long updatedAtMicros,
        int feedRank,
        long fetchedAtMicros,
        String causeKind,
        List<FactRow> facts,
        boolean isForgotten) {

    /** The entity and its facts are to be deleted, unless it has changed at or after the instant. */
    public static FactWrite forgetting(String entity, long unchangedSinceMicros) {
        return new FactWrite(entity, unchangedSinceMicros, 0, 0, "", List.of(), true);
    }

    /** Whether its version is above the other's. */
    boolean isNewerThan(FactWrite other) {
        if (updatedAtMicros != other.updatedAtMicros) {
            return updatedAtMicros > other.updatedAtMicros;
        }
        return feedRank != other.feedRank ? feedRank > other.feedRank : fetchedAtMicros > other.fetchedAtMicros;
    }
}
