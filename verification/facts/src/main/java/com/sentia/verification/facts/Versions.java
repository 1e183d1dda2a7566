package com.sentia.verification.facts;

import com.sentia.schemas.Op;
import com.sentia.schemas.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/** Reads version and op of any canonical fact, and orders versions as the contract says. */
public final class Versions {
    /** The order of versions: the highest of a key wins. */
    public static final Comparator<Version> ORDER = Comparator.comparingLong(Version::getUpdatedAtMicros)
            .thenComparingInt(Version::getFeedRank)
            .thenComparingLong(Version::getFetchedAtMicros);

    private Versions() {}

    public static Version of(SpecificRecord fact) {
        return (Version) field(fact, "version");
    }

    public static boolean isDeleted(SpecificRecord fact) {
        return field(fact, "op") == Op.DELETE;
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static Instant updatedAt(Version version) {
        return Instant.EPOCH.plus(version.getUpdatedAtMicros(), ChronoUnit.MICROS);
    }

    private static Object field(SpecificRecord fact, String name) {
        return Objects.requireNonNull(fact.get(fact.getSchema().getField(name).pos()), name);
    }
}
