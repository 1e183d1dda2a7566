package com.sentia.launcher.fx;

import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.rate.RateVersion;
import com.sentia.schemas.FxRate;
import com.sentia.schemas.Op;
import java.time.Instant;
import java.util.Comparator;

/**
 * A rate as a record of the topic has it.
 *
 * @param publishedAt when its source first gave it
 */
record KnownRate(RateVersion rate, Instant publishedAt) {
    private static final Comparator<RateVersion> LAST_WORD =
            Comparator.comparing(RateVersion::version).thenComparing(RateVersion::unit);

    static KnownRate of(FxRate record) {
        EntityVersion version = new EntityVersion(
                record.getVersion().getUpdatedAtMicros(),
                record.getVersion().getFeedRank(),
                record.getVersion().getFetchedAtMicros());
        return new KnownRate(
                new RateVersion(
                        record.getBaseCurrency(),
                        record.getDay().toEpochDay(),
                        record.getOp() == Op.DELETE ? 0 : record.getRateNanos(),
                        record.getUnit(),
                        version),
                record.getPublishedAt());
    }

    /** The one that has the last word. */
    KnownRate or(KnownRate other) {
        return LAST_WORD.compare(rate, other.rate) >= 0 ? this : other;
    }
}
