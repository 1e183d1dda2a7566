package com.sentia.launcher.fx;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rates of a file, one for each currency and day; the same once more is no other. */
final class GatheredRates {
    private final Map<DayRate.Key, DayRate> rates = new LinkedHashMap<>();

    void add(DayRate rate) throws UnfitRateException {
        DayRate before = rates.putIfAbsent(rate.key(), rate);
        if (before != null && before.nanos() != rate.nanos()) {
            throw new UnfitRateException("another rate of " + rate.currency() + " on " + rate.day() + " than in line "
                    + before.line() + ": a day has one");
        }
    }

    Collection<DayRate> rates() {
        return rates.values();
    }
}
