package com.sentia.normalizer.mapping;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads decimals that stand as text as exact whole numbers of a small part; what does not fit is refused, never rounded. */
final class Decimals {
    private static final Pattern MICROS = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");
    private static final Pattern SIGNED_MICROS = Pattern.compile("-?" + MICROS.pattern());
    private static final Pattern NANOS = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final int MICRO_PLACES = 6;
    private static final int NANO_PLACES = 9;

    private Decimals() {}

    /** Millionths of a number of 0 or more. */
    static long micros(Payload owner, String field) throws UnmappableException {
        return exact(
                owner,
                field,
                MICROS,
                MICRO_PLACES,
                "must be a decimal of 0 or more with at most 12 digits and 6 places");
    }

    /** Millionths of a number of either sign. */
    static long signedMicros(Payload owner, String field) throws UnmappableException {
        return exact(
                owner, field, SIGNED_MICROS, MICRO_PLACES, "must be a decimal with at most 12 digits and 6 places");
    }

    /** Billionths of a number of 0 or more. */
    static long nanos(Payload owner, String field) throws UnmappableException {
        return exact(
                owner, field, NANOS, NANO_PLACES, "must be a decimal of 0 or more with at most 9 digits and 9 places");
    }

    private static long exact(Payload owner, String field, Pattern form, int places, String rule)
            throws UnmappableException {
        String text = owner.text(field);
        if (!form.matcher(text).matches()) {
            throw owner.broken(field, rule);
        }
        return new BigDecimal(text).movePointRight(places).longValueExact();
    }
}
