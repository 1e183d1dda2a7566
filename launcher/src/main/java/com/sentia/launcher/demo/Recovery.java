package com.sentia.launcher.demo;

import com.sentia.launcher.parts.PartNames;
import com.sentia.launcher.status.Hop;
import com.sentia.launcher.status.SimulatorStatus;
import com.sentia.launcher.status.Snapshot;
import java.time.Instant;

/**
 * What has to be true for a killed part to have caught up: the stretch of the way it carries is further than it was at
 * the kill, or the whole stream has come to its end.
 */
record Recovery(String part, int restartsBefore, Snapshot before, Instant killedAt) {
    boolean isFurther(Snapshot now) {
        return switch (part) {
            case PartNames.SIMULATOR -> lines(now) > lines(before) || ended(now);
            case PartNames.CONNECT, PartNames.KAFKA -> grew(now, Hop.RAW) || ended(now);
            case PartNames.NORMALIZER -> grew(now, Hop.CANONICAL);
            case PartNames.REGISTRY -> grew(now, Hop.RAW) || ended(now);
            default -> isWrittenSince(now);
        };
    }

    private boolean grew(Snapshot now, Hop hop) {
        return now.records(hop) > before.records(hop);
    }

    /** The database took a write of the job after the kill, and the results moved. */
    private boolean isWrittenSince(Snapshot now) {
        boolean wrote =
                now.database().writtenAt().map(at -> at.isAfter(killedAt)).orElse(false);
        boolean moved = now.database()
                .finalTo()
                .map(to -> before.database().finalTo().map(to::isAfter).orElse(true))
                .orElse(false);
        return wrote && (moved || ended(now));
    }

    private static long lines(Snapshot snapshot) {
        return snapshot.simulator().map(SimulatorStatus::linesServed).orElse(0L);
    }

    private static boolean ended(Snapshot snapshot) {
        return snapshot.simulator().map(SimulatorStatus::ended).orElse(false);
    }
}
