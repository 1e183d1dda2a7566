package com.sentia.analytics.rate;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.CauseKind;
import com.sentia.analytics.fact.RateDay;
import com.sentia.analytics.rate.RateChange.Stretch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rates known, by currency and business day. Of a day's versions the highest wins, whatever order they come in.
 *
 * <p>A day without a rate takes the last one before it, or where there is none the first one after it; either is an estimate.
 * So what is applied is a step function of the day, and a rate that comes later changes it on the days up to the next one known.
 */
public final class RateTable {
    private static final Comparator<RateVersion> ORDER =
            Comparator.comparing(RateVersion::version).thenComparing(RateVersion::unit);

    private final ZoneId zone;
    /** Deletions among them. */
    private final Map<String, Map<Long, RateVersion>> versions = new HashMap<>();

    private final Map<String, NavigableMap<Long, Long>> known = new HashMap<>();

    /** @param zone whose days the business counts by */
    public RateTable(ZoneId zone) {
        this.zone = zone;
    }

    /** The start of a business day, microseconds. */
    public long startMicros(long day) {
        Instant start = LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant();
        return ChronoUnit.MICROS.between(Instant.EPOCH, start);
    }

    /** The business day that an instant lies in. */
    public long dayOf(long micros) {
        return LocalDate.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), zone)
                .toEpochDay();
    }

    /** What an amount is converted by. */
    public AppliedRate of(RateDay amount) {
        return applied(known(amount.currency()), amount.day());
    }

    /** The later days from which on another rate is applied, in their order; an amount that stands until then is worth more or less from each. */
    public List<RateStep> stepsAfter(RateDay amount) {
        NavigableMap<Long, Long> rates = known(amount.currency());
        TreeSet<Long> days = new TreeSet<>();
        for (long day : rates.tailMap(amount.day(), true).keySet()) {
            days.add(day);
            days.add(day + 1);
        }
        List<RateStep> steps = new ArrayList<>();
        for (long day : days.tailSet(amount.day(), false)) {
            AppliedRate before = applied(rates, day - 1);
            AppliedRate after = applied(rates, day);
            if (!before.equals(after)) {
                steps.add(new RateStep(day, before, after));
            }
        }
        return steps;
    }

    /** Nothing when a version as high or higher is known. */
    public Optional<RateChange> put(RateVersion version) {
        Map<Long, RateVersion> ofCurrency = versions.computeIfAbsent(version.currency(), absent -> new HashMap<>());
        RateVersion present = ofCurrency.get(version.day());
        if (present != null && ORDER.compare(version, present) <= 0) {
            return Optional.empty();
        }
        ofCurrency.put(version.day(), version);
        NavigableMap<Long, Long> rates = known.computeIfAbsent(version.currency(), absent -> new TreeMap<>());
        List<Applied> before = stretches(version.day(), rates);
        if (version.isDeleted()) {
            rates.remove(version.day());
        } else {
            rates.put(version.day(), version.nanos());
        }
        LocalDate day = LocalDate.ofEpochDay(version.day());
        Cause cause = new Cause("rate/" + version.currency() + "/" + day, version.version(), CauseKind.RATE);
        return Optional.of(
                new RateChange(cause, version.currency(), differing(before, stretches(version.day(), rates))));
    }

    private NavigableMap<Long, Long> known(String currency) {
        return known.getOrDefault(currency, new TreeMap<>());
    }

    private static AppliedRate applied(NavigableMap<Long, Long> rates, long day) {
        Map.@Nullable Entry<Long, Long> nearest = rates.floorEntry(day);
        if (nearest == null) {
            nearest = rates.firstEntry();
        }
        return nearest == null ? AppliedRate.MISSING : new AppliedRate(nearest.getValue(), nearest.getKey() != day);
    }

    /** Days on which one rate is applied. */
    private record Applied(long from, long to, AppliedRate rate) {}

    /**
     * What is applied on the days that a day's rate bears upon: those up to the next one known, and where it is the first one,
     * all before it.
     */
    private static List<Applied> stretches(long day, NavigableMap<Long, Long> rates) {
        Long next = rates.higherKey(day);
        List<Applied> stretches = new ArrayList<>();
        if (rates.lowerKey(day) == null) {
            stretches.add(new Applied(RateChange.BEFORE_ALL, day, applied(rates, day - 1)));
        }
        stretches.add(new Applied(day, day + 1, applied(rates, day)));
        if (next == null || next > day + 1) {
            stretches.add(new Applied(day + 1, next == null ? RateChange.AFTER_ALL : next, applied(rates, day + 1)));
        }
        return stretches;
    }

    private static List<Stretch> differing(List<Applied> before, List<Applied> after) {
        List<Stretch> differing = new ArrayList<>();
        for (int s = 0; s < before.size(); s++) {
            Applied was = before.get(s);
            AppliedRate is = after.get(s).rate;
            if (!was.rate.equals(is)) {
                differing.add(new Stretch(was.from, was.to, was.rate, is));
            }
        }
        return differing;
    }
}
