package com.sentia.timescale;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one version says of the rate of a currency on a business day, for the table {@code fx_rate}.
 *
 * @param currency ISO 4217 code of the currency that is priced
 * @param day business day, days since 1970-01-01
 * @param quote ISO 4217 code of the currency it is priced in: the business currency
 * @param rate units of quote for one unit of the currency, exact; null where the rate was taken away
 * @param unit who says so, the last word where versions are equal: the greater name wins
 * @param updatedAtMicros first part of the version, UTC
 * @param feedRank second part of the version
 * @param fetchedAtMicros third part of the version, UTC
 */
public record RateRow(
        String currency,
        long day,
        String quote,
        @Nullable BigDecimal rate,
        String unit,
        long updatedAtMicros,
        int feedRank,
        long fetchedAtMicros) {

    /** Whether it has the last word over the other, of the same currency and day. */
    boolean isNewerThan(RateRow other) {
        if (updatedAtMicros != other.updatedAtMicros) {
            return updatedAtMicros > other.updatedAtMicros;
        }
        if (feedRank != other.feedRank) {
            return feedRank > other.feedRank;
        }
        return fetchedAtMicros != other.fetchedAtMicros
                ? fetchedAtMicros > other.fetchedAtMicros
                : unit.compareTo(other.unit) > 0;
    }
}
