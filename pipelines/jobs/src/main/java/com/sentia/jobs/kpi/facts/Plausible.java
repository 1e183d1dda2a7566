package com.sentia.jobs.kpi.facts;

import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Figure;
import com.sentia.runtime.UnfitRecordException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a fact can be at most: beyond it is a defect of the source, and the record is set aside.
 *
 * <p>Sums are of 64 bits, and one that overflows would stop the job. A fact is at most 10<sup>14</sup> in its figure's own decimal
 * places, so that it takes more than 92,000 facts of that size in one window to make a sum overflow. Of an amount in another
 * currency, whose unit can be worth very little, it is 10<sup>16</sup>, and 920 facts.
 */
final class Plausible {
    /** Currency units: a hundred million. */
    private static final long MOST_MONEY = 100_000_000L;
    /** How many more units of another currency there may be. */
    private static final long LESSER_UNITS = 100;

    /** Articles, or seconds (31 years): a thousand million. */
    private static final long MOST_OTHERS = 1_000_000_000L;

    /** Of the square of minutes: it is of ten million of them (19 years) at most. */
    private static final long MOST_SQUARED = 100_000_000_000_000L;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    /** How long before it comes about a source can know of a fact, such as a budget. */
    private static final Duration LONGEST_AHEAD = Duration.ofDays(3 * 366);

    private static final long EARLIEST_MICROS = ChronoUnit.MICROS.between(Instant.EPOCH, EARLIEST);
    private static final long LATEST_MICROS = ChronoUnit.MICROS.between(Instant.EPOCH, LATEST);

    private Plausible() {}

    /** @throws UnfitRecordException when it can't be an instant of this business */
    static void requireTime(Instant instant) {
        if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
            throw absurdTime("an instant is not between " + EARLIEST + " and " + LATEST);
        }
    }

    /** @throws UnfitRecordException when one of its figures is absurd */
    static void requireFigures(Fact fact) {
        for (Figure figure : fact.kind().figures()) {
            long most = most(figure) * (figure.isMoney() && fact.currency() != null ? LESSER_UNITS : 1);
            long found = fact.figure(figure);
            // Not by the absolute value: that of the least long is less than 0.
            if (found < -most || found > most) {
                throw absurdMagnitude();
            }
        }
    }

    /** @throws UnfitRecordException when the version is of no instant of this business, or the fact long after the version */
    static void requireVersion(EntityVersion version, Iterable<Fact> facts) {
        long known = Math.max(version.updatedAtMicros(), version.fetchedAtMicros());
        if (known >= LATEST_MICROS) {
            throw absurdTime("the version is not from before " + LATEST);
        }
        for (Fact fact : facts) {
            if (known >= EARLIEST_MICROS && fact.timeMicros() - known > LONGEST_AHEAD.toMillis() * 1_000) {
                throw absurdTime("an instant is more than " + LONGEST_AHEAD.toDays()
                        + " days after the version that tells of it");
            }
        }
    }

    static UnfitRecordException absurdMagnitude() {
        return new UnfitRecordException("absurd-magnitude", "an amount or quantity is beyond what a business can have");
    }

    private static UnfitRecordException absurdTime(String detail) {
        return new UnfitRecordException("absurd-time", detail);
    }

    /** In the figure's own decimal places. */
    private static long most(Figure figure) {
        if (figure == Figure.MINUTES_SQUARED) {
            return MOST_SQUARED;
        }
        long most = figure.isMoney() ? MOST_MONEY : MOST_OTHERS;
        for (int place = 0; place < figure.scale(); place++) {
            most *= 10;
        }
        return most;
    }
}
