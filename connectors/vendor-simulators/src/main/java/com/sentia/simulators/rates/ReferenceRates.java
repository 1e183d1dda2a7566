package com.sentia.simulators.rates;

import com.sentia.simulators.factory.Chance;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Pounds for one unit of other currencies, once each business day, as a central bank publishes them. From day to day a rate moves by
 * 0.8 % at most, and is drawn back by a hundredth of its distance from where it began, so that it stays believable for years. Whole
 * numbers all the way: the same seed gives the same rates on any machine.
 */
public final class ReferenceRates {
    /** What all are told in. */
    public static final String QUOTE = "GBP";

    private static final Map<String, Long> FIRST_NANOS =
            new TreeMap<>(Map.of("EUR", 862_500_000L, "USD", 774_100_000L));

    private static final long MOST_MOVED_PPM = 8_000;
    private static final long MILLION = 1_000_000;
    private static final long DRAWN_BACK = 100;

    /** Rates are published with five places. */
    private static final long TICK_NANOS = 10_000;

    private final Map<String, NavigableMap<LocalDate, Long>> nanos = new TreeMap<>();

    /**
     * Rates for a span of time.
     *
     * @param first day for which there may be rates
     * @param last day for which there may be rates
     */
    public ReferenceRates(long seed, LocalDate first, LocalDate last) {
        FIRST_NANOS.forEach((base, start) -> {
            NavigableMap<LocalDate, Long> days = new TreeMap<>();
            long rate = start;
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                if (isBusinessDay(day)) {
                    Chance chance = new Chance(seed, day.toEpochDay(), base);
                    long moved = rate * chance.between(-MOST_MOVED_PPM, MOST_MOVED_PPM) / MILLION;
                    rate += moved + (start - rate) / DRAWN_BACK;
                    rate -= rate % TICK_NANOS;
                    days.put(day, rate);
                }
            }
            nanos.put(base, days);
        });
    }

    /** The currencies that have rates, in order. */
    public static List<String> currencies() {
        return List.copyOf(FIRST_NANOS.keySet());
    }

    /** Whether rates are published on a day: from Monday to Friday. */
    public static boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Whether there are rates of a day. */
    boolean has(LocalDate day) {
        return nanos.values().stream().allMatch(days -> days.containsKey(day));
    }

    /**
     * Billionths of a pound for one unit of a currency.
     *
     * @throws IllegalArgumentException when there is no rate of it for the day
     */
    public long nanos(String base, LocalDate day) {
        Long known = nanos.getOrDefault(base, new TreeMap<>()).get(day);
        if (known == null) {
            throw new IllegalArgumentException("no rate of " + base + " for " + day);
        }
        return known;
    }
}
