package com.sentia.jobs.kpi.facts;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.runtime.UnfitRecordException;
import com.sentia.schemas.Op;
import com.sentia.schemas.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the facts of one record, and refuses what can't be true. */
final class FactList {
    private final List<Fact> facts = new ArrayList<>();
    private @Nullable String currency;

    /** What the amounts of facts added from now on are in; null, as at the beginning, for the business currency. */
    FactList in(@Nullable String otherCurrency) {
        currency = otherCurrency;
        return this;
    }

    /** @throws UnfitRecordException when a figure is absurd */
    void add(Fact.Builder builder) {
        Fact fact = builder.in(currency).build();
        Plausible.requireFigures(fact);
        facts.add(fact);
    }

    /** @throws UnfitRecordException when a time can't be true */
    EntityFacts of(Version version, boolean isLive) {
        EntityVersion number = version(version);
        Plausible.requireVersion(number, facts);
        return new EntityFacts(number, isLive, facts);
    }

    /**
     * What a deleted record stands for.
     *
     * @throws UnfitRecordException when the version's time can't be true
     */
    static EntityFacts none(Version version) {
        return new FactList().of(version, false);
    }

    static boolean isDeleted(Op op) {
        return op == Op.DELETE;
    }

    /** @throws UnfitRecordException when it is beyond all numbers that count */
    static long product(long a, long b) {
        try {
            return Math.multiplyExact(a, b);
        } catch (ArithmeticException e) {
            throw Plausible.absurdMagnitude();
        }
    }

    /** @throws UnfitRecordException when it is beyond all numbers that count */
    static long sum(long a, long b) {
        try {
            return Math.addExact(a, b);
        } catch (ArithmeticException e) {
            throw Plausible.absurdMagnitude();
        }
    }

    /**
     * A whole number, rounded half-even.
     *
     * @throws UnfitRecordException when it is beyond all numbers that count
     */
    static long whole(BigDecimal exact) {
        try {
            return exact.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        } catch (ArithmeticException e) {
            throw Plausible.absurdMagnitude();
        }
    }

    /** @throws UnfitRecordException when the instant can't be true */
    static long micros(Instant instant) {
        Plausible.requireTime(instant);
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static EntityVersion version(Version version) {
        return new EntityVersion(version.getUpdatedAtMicros(), version.getFeedRank(), version.getFetchedAtMicros());
    }
}
