package com.sentia.normalizer.mapping;

import com.sentia.normalizer.mapping.UnmappableException.Reason;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads money in the business currency as exact micros; anything else is refused, never rounded. */
final class Amounts {
    private static final Pattern EXACT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");
    private static final int MICRO_PLACES = 6;

    private final String currency;

    Amounts(String currency) {
        this.currency = currency;
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
        requireCurrency(money, "currencyCode");
        return decimal(money, "amount");
    }

    /** A bare amount, zero or more, known to be in the business currency. */
    long decimal(Payload owner, String field) throws UnmappableException {
        String text = owner.text(field);
        if (!EXACT.matcher(text).matches()) {
            throw owner.broken(field, "must be a decimal of 0 or more with at most 12 digits and 6 places");
        }
        return new BigDecimal(text).movePointRight(MICRO_PLACES).longValueExact();
    }

    void requireCurrency(Payload owner, String field) throws UnmappableException {
        if (!owner.text(field).equals(currency)) {
            throw owner.broken(Reason.FOREIGN_CURRENCY, field, "must be " + currency);
        }
    }
}
