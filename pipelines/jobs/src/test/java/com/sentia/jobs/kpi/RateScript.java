package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.rate.RateVersion;
import com.sentia.jobs.kpi.facts.CanonicalRates;
import com.sentia.schemas.topics.Topics;
import com.sentia.verification.facts.FactHistory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * The rates of a history as a job may meet them: in any order, some twice, one taken back, of one currency none for the first days.
 *
 * @param portions in the order of their coming
 */
record RateScript(List<Portion> portions) {
    /** Of this one no rate of the first days is known, and none at all to begin with where rates come late. */
    static final String LATE_TO_START = "EUR";

    private static final int DAYS_WITHOUT = 5;
    private static final long DAY = Duration.ofDays(1).toMillis() * 1_000;
    private static final Duration AFTER_CORRECTIONS = Duration.ofDays(5);
    private static final int PORTIONS = 8;
    private static final int EARLY_PERCENT = 40;
    private static final int LATEST_DAYS = 4;
    private static final int CORRECTED = 4;
    private static final int TAKEN_BACK = 3;

    /**
     * Rates that come together.
     *
     * @param finalTo how far values are final before, microseconds; {@link Long#MIN_VALUE} for not at all
     */
    record Portion(long finalTo, List<RateVersion> versions) {}

    /** Every version, in the order of its coming. */
    List<RateVersion> versions() {
        return portions.stream().flatMap(portion -> portion.versions().stream()).toList();
    }

    /**
     * All known before any value is final.
     *
     * @param from the first day of the history
     */
    static RateScript known(FactHistory history, CanonicalRates rates, LocalDate from, long seed) {
        Random random = new Random(seed);
        List<RateVersion> versions = versions(history, rates, from, currency -> true);
        versions.add(takenBack(versions.get(random.nextInt(versions.size()))));
        Collections.shuffle(versions, random);
        return new RateScript(List.of(new Portion(Long.MIN_VALUE, List.copyOf(versions))));
    }

    /**
     * Most come behind the end of the days they are for, some are corrected later, and some taken back.
     *
     * @param from the first day of the history
     * @param finalTo how far values become final in the end, microseconds
     * @param hasRates of which currencies there are any
     */
    static RateScript late(
            FactHistory history,
            CanonicalRates rates,
            LocalDate from,
            long finalTo,
            Predicate<String> hasRates,
            long seed) {
        Random random = new Random(seed);
        Portions portions = new Portions(from.toEpochDay() * DAY, finalTo);
        List<RateVersion> versions = versions(history, rates, from, hasRates);
        for (RateVersion rate : versions) {
            boolean isEarly = !rate.currency().equals(LATE_TO_START) && random.nextInt(100) < EARLY_PERCENT;
            portions.add(rate, isEarly ? Long.MIN_VALUE : end(rate) + random.nextLong(LATEST_DAYS * DAY));
        }
        // So late that the portion of the version before has come.
        long later = LATEST_DAYS * DAY + portions.apart();
        versions.removeIf(rate -> end(rate) + later > finalTo);
        Collections.shuffle(versions, random);
        for (RateVersion rate : versions.subList(0, CORRECTED)) {
            portions.add(corrected(rate, random.nextInt(1, 9_000_000)), end(rate) + later);
        }
        for (RateVersion rate : versions.subList(CORRECTED, CORRECTED + TAKEN_BACK)) {
            portions.add(takenBack(rate), end(rate) + later);
        }
        return portions.shuffled(random);
    }

    private static List<RateVersion> versions(
            FactHistory history, CanonicalRates rates, LocalDate from, Predicate<String> hasRates) {
        long first = from.toEpochDay() + DAYS_WITHOUT;
        return new ArrayList<>(history.arrivals(Topics.FX_RATE).stream()
                .map(arrival -> rates.of(arrival.fact()))
                .filter(rate -> hasRates.test(rate.currency()))
                .filter(rate -> rate.day() >= first || !rate.currency().equals(LATE_TO_START))
                .toList());
    }

    /** The end of its day by UTC, which is not before that of the business. */
    private static long end(RateVersion rate) {
        return (rate.day() + 1) * DAY;
    }

    private static RateVersion corrected(RateVersion rate, long byNanos) {
        return later(rate, rate.nanos() + byNanos);
    }

    private static RateVersion takenBack(RateVersion rate) {
        return later(rate, 0);
    }

    /** Later than any correction. */
    private static RateVersion later(RateVersion rate, long nanos) {
        long updated = rate.version().updatedAtMicros() + AFTER_CORRECTIONS.toMillis() * 1_000;
        return new RateVersion(rate.currency(), rate.day(), nanos, rate.unit(), new EntityVersion(updated, 1, updated));
    }

    /** Portions to be filled: one at the start, the others evenly over the time in which values become final. */
    private record Portions(List<Portion> portions) {
        Portions(long from, long finalTo) {
            this(new ArrayList<>());
            portions.add(new Portion(Long.MIN_VALUE, new ArrayList<>()));
            for (int p = 1; p <= PORTIONS; p++) {
                portions.add(new Portion(from + (finalTo - from) / PORTIONS * p, new ArrayList<>()));
            }
        }

        /** Between two portions, microseconds. */
        long apart() {
            return portions.get(2).finalTo - portions.get(1).finalTo;
        }

        /** To the first that comes so late, else to the last. */
        void add(RateVersion rate, long due) {
            portions.stream()
                    .filter(portion -> portion.finalTo >= due)
                    .findFirst()
                    .orElseGet(() -> portions.get(PORTIONS))
                    .versions
                    .add(rate);
        }

        RateScript shuffled(Random random) {
            portions.forEach(portion -> Collections.shuffle(portion.versions, random));
            portions.removeIf(portion -> portion.versions.isEmpty());
            return new RateScript(List.copyOf(portions));
        }
    }
}
