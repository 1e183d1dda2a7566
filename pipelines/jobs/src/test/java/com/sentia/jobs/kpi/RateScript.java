package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.rate.RateVersion;
import com.sentia.jobs.kpi.facts.CanonicalRates;
import com.sentia.schemas.topics.Topics;
import com.sentia.verification.facts.FactHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The rates of a history as a job may meet them: in any order, some twice, one taken back, of one currency none for the first days. */
final class RateScript {
    private static final String LATE_TO_START = "EUR";
    private static final int DAYS_WITHOUT = 5;
    private static final Duration AFTER_CORRECTIONS = Duration.ofDays(5);

    private RateScript() {}

    /** @param from the first day of the history */
    static List<RateVersion> of(FactHistory history, CanonicalRates rates, LocalDate from, long seed) {
        long first = from.toEpochDay() + DAYS_WITHOUT;
        List<RateVersion> versions = new ArrayList<>(history.arrivals(Topics.FX_RATE).stream()
                .map(arrival -> rates.of(arrival.fact()))
                .filter(rate -> rate.day() >= first || !rate.currency().equals(LATE_TO_START))
                .toList());
        Random random = new Random(seed);
        versions.add(takenBack(versions.get(random.nextInt(versions.size()))));
        Collections.shuffle(versions, random);
        return versions;
    }

    /** Later than any correction. */
    private static RateVersion takenBack(RateVersion rate) {
        long later = rate.version().updatedAtMicros()
                + ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(AFTER_CORRECTIONS));
        return new RateVersion(rate.currency(), rate.day(), 0, rate.unit(), new EntityVersion(later, 1, later));
    }
}
