package com.sentia.jobs.kpi.facts;

import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.rate.RateBounds;
import com.sentia.analytics.rate.RateVersion;
import com.sentia.runtime.UnfitRecordException;
import com.sentia.schemas.FxRate;
import java.io.Serializable;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a canonical record says of a rate.
 *
 * @param currency ISO 4217; the only one that amounts are converted into
 */
public record CanonicalRates(String currency) implements Serializable {
    private static final long TAKEN_AWAY = 0;

    /** @throws UnfitRecordException when nothing can be converted by the record, saying why */
    public RateVersion of(SpecificRecord record) {
        if (!(record instanceof FxRate rate)) {
            throw new UnfitRecordException(
                    "unexpected-record", "a " + record.getSchema().getName() + " has no place on this topic");
        }
        requirePair(rate.getBaseCurrency(), rate.getQuoteCurrency());
        if (!RateBounds.isDay(rate.getDay())) {
            throw new UnfitRecordException(
                    "absurd-time",
                    "the day is not between " + RateBounds.EARLIEST_DAY + " and " + RateBounds.LATEST_DAY);
        }
        EntityVersion version = FactList.version(rate.getVersion());
        Plausible.requireVersion(version, List.of());
        return new RateVersion(
                rate.getBaseCurrency(), rate.getDay().toEpochDay(), nanos(rate), rate.getUnit(), version);
    }

    private void requirePair(String base, String quote) {
        if (!quote.equals(currency)) {
            throw new UnfitRecordException("foreign-currency", "the rate is in " + quote + ", not in " + currency);
        }
        if (!RateBounds.isCurrency(base)) {
            throw new UnfitRecordException("unknown-currency", "the currency priced is none of ISO 4217");
        }
        if (base.equals(quote)) {
            throw new UnfitRecordException("absurd-rate", "the business currency has no rate in itself");
        }
    }

    private static long nanos(FxRate rate) {
        if (FactList.isDeleted(rate.getOp())) {
            return TAKEN_AWAY;
        }
        if (!RateBounds.isRate(rate.getRateNanos())) {
            throw new UnfitRecordException(
                    "absurd-rate",
                    "the rate is not between " + RateBounds.LEAST_NANOS + " and " + RateBounds.MOST_NANOS
                            + " billionths");
        }
        return rate.getRateNanos();
    }
}
