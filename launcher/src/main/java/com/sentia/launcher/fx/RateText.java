package com.sentia.launcher.fx;

import com.sentia.analytics.rate.RateBounds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** The fields of a line of rates. */
final class RateText {
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,18}(\\.\\d{1,30})?");
    private static final BigDecimal LEAST = BigDecimal.valueOf(RateBounds.LEAST_NANOS, RateBounds.PLACES);
    private static final BigDecimal MOST = BigDecimal.valueOf(RateBounds.MOST_NANOS, RateBounds.PLACES);

    private RateText() {}

    static LocalDate day(String text) throws UnfitRateException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UnfitRateException("'" + text + "' is no day: write it like 2026-01-31");
        }
    }

    static LocalDate plausible(LocalDate day) throws UnfitRateException {
        if (!RateBounds.isDay(day)) {
            throw new UnfitRateException(
                    "the day " + day + " is not from " + RateBounds.EARLIEST_DAY + " to " + RateBounds.LATEST_DAY);
        }
        return day;
    }

    static String currency(String text) throws UnfitRateException {
        if (!RateBounds.isCurrency(text)) {
            throw new UnfitRateException("'" + text + "' is no currency: write an ISO 4217 code like EUR");
        }
        return text;
    }

    /** A number above 0. */
    static BigDecimal decimal(String text) throws UnfitRateException {
        if (!DECIMAL.matcher(text).matches()) {
            throw new UnfitRateException("'" + text + "' is no rate: write a decimal number above 0 like 0.8551");
        }
        BigDecimal number = new BigDecimal(text);
        if (number.signum() == 0) {
            throw new UnfitRateException("the rate is 0: it must be above");
        }
        return number;
    }

    /** Exactly this many billionths. */
    static long nanos(BigDecimal rate) throws UnfitRateException {
        if (rate.scale() > RateBounds.PLACES) {
            throw new UnfitRateException("the rate " + rate.toPlainString() + " has " + rate.scale()
                    + " decimal places: at most " + RateBounds.PLACES + " are kept, round it");
        }
        if (!isPlausible(rate)) {
            throw new UnfitRateException("the rate " + rate.toPlainString() + " is not from "
                    + LEAST.stripTrailingZeros().toPlainString() + " to "
                    + MOST.stripTrailingZeros().toPlainString());
        }
        return rate.movePointRight(RateBounds.PLACES).longValueExact();
    }

    static boolean isPlausible(BigDecimal rate) {
        return rate.compareTo(LEAST) >= 0 && rate.compareTo(MOST) <= 0;
    }

    /** One rate by another, rounded half-even to what is kept. */
    static BigDecimal cross(BigDecimal one, BigDecimal other) {
        return one.divide(other, RateBounds.PLACES, RoundingMode.HALF_EVEN);
    }
}
