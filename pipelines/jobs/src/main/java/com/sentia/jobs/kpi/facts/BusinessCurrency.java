package com.sentia.jobs.kpi.facts;

import com.sentia.runtime.UnfitRecordException;
import java.io.Serializable;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The currency that values are in; amounts in others are converted to it. */
record BusinessCurrency(String code) implements Serializable {
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

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
        if (found == null || !CODES.contains(found)) {
            throw new UnfitRecordException(
                    "unknown-currency",
                    found == null ? "amounts are in no currency named" : "there is no currency " + found);
        }
        return found;
    }
}
