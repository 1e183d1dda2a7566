package com.sentia.connectors.kit;

import com.sentia.schemas.Version;
import java.time.Instant;

/** Makes the versions of raw records, and is the one place that says which feed stands above which at the same time. */
public final class RecordVersions {
    /** A webhook's content was fixed when it was first sent; a full read of the same second may know more. */
    private static final int WEBHOOK = 1;

    private static final int FULL_READ = 2;

    /** From the source's own log of changes, where nothing is older than it says. */
    private static final int CHANGE_LOG = 3;

    /** Deletes have no update time of their own: one that is not older than the last update must win. */
    private static final int DELETE = 9;

    private RecordVersions() {}

    /** Content as a webhook told it. */
    public static Version ofWebhook(Instant updatedAt, Instant fetchedAt) {
        return new Version(micros(updatedAt), WEBHOOK, micros(fetchedAt));
    }

    /** Content as the vendor's API served it whole. */
    public static Version ofFullRead(Instant updatedAt, Instant fetchedAt) {
        return new Version(micros(updatedAt), FULL_READ, micros(fetchedAt));
    }

    /**
     * A change, or the end of a record, as the source's own log tells it.
     *
     * @param committedAtMicros when it was committed, microseconds since the epoch, UTC
     * @param position in the log; orders the changes of one commit
     */
    public static Version ofChangeLog(long committedAtMicros, long position) {
        return new Version(committedAtMicros, CHANGE_LOG, position);
    }

    /**
     * That a record is gone.
     *
     * @param at when it went, by the vendor's clock as far as it is known; what is updated after it revives the record
     */
    public static Version ofDelete(Instant at, Instant fetchedAt) {
        return new Version(micros(at), DELETE, micros(fetchedAt));
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }
}
