package com.sentia.normalizer.mapping;

import com.sentia.normalizer.mapping.UnmappableException.Reason;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads money in one currency as exact micros; anything else is refused, never rounded. */
final class Amounts {
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final String CURRENCY = "currencyCode";

    private final String currency;

    Amounts(String currency) {
        this.currency = currency;
    }

    /** In the currency that a field of the payload names. */
    static Amounts inCurrencyOf(Payload payload, String field) throws UnmappableException {
        String code = payload.text(field);
        if (!CODES.contains(code)) {
            throw payload.broken(Reason.UNKNOWN_CURRENCY, field, "must be an ISO 4217 code");
        }
        return new Amounts(code);
    }

    String currency() {
        return currency;
    }

    /** The shop's side of a money bag, zero or more. */
    long shopMoney(Payload owner, String field) throws UnmappableException {
        return money(owner.object(field), "shopMoney");
    }

    /** A money object, zero or more. */
    long money(Payload owner, String field) throws UnmappableException {
        Payload money = owner.object(field);
        if (!money.text(CURRENCY).equals(currency)) {
            throw money.broken(Reason.FOREIGN_CURRENCY, CURRENCY, "must be " + currency);
        }
        return decimal(money, "amount");
    }

    /** A bare amount, zero or more, known to be in the currency. */
    long decimal(Payload owner, String field) throws UnmappableException {
        return Decimals.micros(owner, field);
    }
}
