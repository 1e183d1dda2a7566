package com.sentia.analytics.rate;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** What an exchange rate can be at most: beyond it is a defect of its source. Who writes rates and who reads them ask here. */
public final class RateBounds {
    /** Decimal places of a rate. */
    public static final int PLACES = 9;

    /** A millionth of a unit. */
    public static final long LEAST_NANOS = 1_000L;

    /** A million units. */
    public static final long MOST_NANOS = 1_000_000_000_000_000L;

    /** A year before the earliest fact that counts: the first of the year may need the last rate before it. */
    public static final LocalDate EARLIEST_DAY = LocalDate.of(1999, 1, 1);

    /** The last day that facts can be of. */
    public static final LocalDate LATEST_DAY = LocalDate.of(2099, 12, 31);

    /** Those that are no longer in use too. */
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private RateBounds() {}

    /** Whether it is, or was, an ISO 4217 code. */
    public static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }

    public static boolean isDay(LocalDate day) {
        return !day.isBefore(EARLIEST_DAY) && !day.isAfter(LATEST_DAY);
    }

    /** @param nanos billionths of one currency for one unit of another */
    public static boolean isRate(long nanos) {
        return nanos >= LEAST_NANOS && nanos <= MOST_NANOS;
    }
}
