package com.sentia.jobs.kpi;

import com.sentia.analytics.rate.RateBounds;
import com.sentia.analytics.rate.RateVersion;
import com.sentia.timescale.RateRow;
import java.math.BigDecimal;
import org.apache.flink.api.common.functions.MapFunction;

/** Says of versions of rates what the database keeps. */
final class DescribeRatesFunction implements MapFunction<RateVersion, RateRow> {
    private final String quote;

    /** @param quote ISO 4217 code of the business currency */
    DescribeRatesFunction(String quote) {
        this.quote = quote;
    }

    @Override
    public RateRow map(RateVersion rate) {
        return new RateRow(
                rate.currency(),
                rate.day(),
                quote,
                rate.isDeleted() ? null : BigDecimal.valueOf(rate.nanos(), RateBounds.PLACES),
                rate.unit(),
                rate.version().updatedAtMicros(),
                rate.version().feedRank(),
                rate.version().fetchedAtMicros());
    }
}
