package com.sentia.analytics.fact;

import java.util.Comparator;

/** Position of an entity's content in its history; the highest wins, whatever order versions arrive in. */
public record EntityVersion(long updatedAtMicros, int feedRank, long fetchedAtMicros)
        implements Comparable<EntityVersion> {
    private static final Comparator<EntityVersion> ORDER = Comparator.comparingLong(EntityVersion::updatedAtMicros)
            .thenComparingInt(EntityVersion::feedRank)
            .thenComparingLong(EntityVersion::fetchedAtMicros);

    @Override
    public int compareTo(EntityVersion other) {
        return ORDER.compare(this, other);
    }

    /** The three parts joined by dots, as the restatement ledger names a cause. */
    public String text() {
        return updatedAtMicros + "." + feedRank + "." + fetchedAtMicros;
    }
}
