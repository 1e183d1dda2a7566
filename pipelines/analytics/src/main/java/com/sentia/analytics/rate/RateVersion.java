package com.sentia.analytics.rate;

import com.sentia.analytics.fact.EntityVersion;

/**
 * What one version of a rate says of a currency on a business day.
 *
 * @param currency ISO 4217 code of the currency that is priced, in the business currency
 * @param day business day, days since 1970-01-01
 * @param nanos billionths of the business currency for one unit; 0 when the rate was deleted
 * @param unit who says so, the last word where two sources' versions are equal
 */
public record RateVersion(String currency, long day, long nanos, String unit, EntityVersion version) {
    /** Whether it takes the rate away. */
    public boolean isDeleted() {
        return nanos == 0;
    }
}
