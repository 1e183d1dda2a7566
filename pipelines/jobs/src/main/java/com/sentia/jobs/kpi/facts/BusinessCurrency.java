package com.sentia.jobs.kpi.facts;

import com.sentia.analytics.rate.RateBounds;
import com.sentia.runtime.UnfitRecordException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The currency that values are in; amounts in others are converted to it. */
record BusinessCurrency(String code) implements Serializable {
    /**
     * The currency as facts have it: null for the business currency.
     *
     * @throws UnfitRecordException when there is no such currency
     */
    @Nullable
    String other(@Nullable String found) {
        if (code.equals(found)) {
            return null;
        }
        if (found == null || !RateBounds.isCurrency(found)) {
            throw new UnfitRecordException(
                    "unknown-currency",
                    found == null ? "amounts are in no currency named" : "there is no currency " + found);
        }
        return found;
    }
}
