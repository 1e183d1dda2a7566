package com.sentia.jobs.kpi.facts;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Figure;
import com.sentia.runtime.UnfitRecordException;
import com.sentia.schemas.Op;
import com.sentia.schemas.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Gathers the facts of one record, and refuses what can't be true. */
final class FactList {
    /** A fact beyond a thousand million currency units, or as many million articles, is a defect of the source. */
    private static final long ABSURD = 1_000_000_000L * 1_000_000L;

    private final List<Fact> facts = new ArrayList<>();

    /** @throws UnfitRecordException when a figure is absurd */
    void add(Fact.Builder builder) {
        Fact fact = builder.build();
        for (Figure figure : fact.kind().figures()) {
            if (Math.abs(fact.figure(figure)) > ABSURD) {
                throw absurd();
            }
        }
        facts.add(fact);
    }

    EntityFacts of(Version version, boolean isLive) {
        return new EntityFacts(version(version), isLive, facts);
    }

    /** What a deleted record stands for. */
    static EntityFacts none(Version version) {
        return new EntityFacts(version(version), false, List.of());
    }

    static boolean isDeleted(Op op) {
        return op == Op.DELETE;
    }

    /** @throws UnfitRecordException when it is beyond all numbers that count */
    static long product(long a, long b) {
        try {
            return Math.multiplyExact(a, b);
        } catch (ArithmeticException e) {
            throw absurd();
        }
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static UnfitRecordException absurd() {
        return new UnfitRecordException("absurd-magnitude", "an amount or quantity is beyond any sale");
    }

    private static EntityVersion version(Version version) {
        return new EntityVersion(version.getUpdatedAtMicros(), version.getFeedRank(), version.getFetchedAtMicros());
    }
}
