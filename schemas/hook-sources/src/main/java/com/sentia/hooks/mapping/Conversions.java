package com.sentia.hooks.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/** The conversions there are, one for each kind of value and transform. Nothing is rounded. */
final class Conversions {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]+)?");
    private static final int MICRO_PLACES = 6;
    private static final int NANO_PLACES = 9;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;
    private static final String NO_SYMBOL = "UNKNOWN";

    private Conversions() {}

    /**
     * The conversion for a field.
     *
     * @param schema of its value, without null
     * @param transform one that fits the kind, or null
     */
    static Conversion of(String field, Schema schema, ValueKind kind, @Nullable Transform transform) {
        return switch (kind) {
            case TEXT -> (value, at) -> Texts.fit(field, cased(scalar(value, at), transform), at);
            case SYMBOL -> (value, at) -> symbol(schema, cased(scalar(value, at), transform), at);
            case WHOLE -> whole(transform);
            case SMALL ->
                (value, at) -> {
                    if (!value.canConvertToInt() || !value.isIntegralNumber()) {
                        throw new UnfitValueException(at, "must be a whole number of at most 32 bits");
                    }
                    return value.intValue();
                };
            case FLAG ->
                (value, at) -> {
                    if (!value.isBoolean()) {
                        throw new UnfitValueException(at, "must be true or false");
                    }
                    return value.booleanValue();
                };
            case TIME -> (value, at) -> time(value, transform == null ? Transform.INSTANT : transform, at);
            case DAY -> (value, at) -> day(scalar(value, at), at);
        };
    }

    /** An instant in one of the forms of time. */
    static Instant time(JsonNode value, Transform form, String at) throws UnfitValueException {
        if (form == Transform.INSTANT) {
            return iso(scalar(value, at), at);
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new UnfitValueException(at, "must be a whole number of " + form.word());
        }
        long number = value.longValue();
        try {
            Instant instant =
                    form == Transform.EPOCH_SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
            return possible(OffsetDateTime.ofInstant(instant, java.time.ZoneOffset.UTC), at);
        } catch (DateTimeException expected) {
            throw new UnfitValueException(at, "must be a time from 1970 to 9999 in " + form.word());
        }
    }

    /** A text, or a whole number's digits: ids often stand as numbers. */
    static String scalar(JsonNode value, String at) throws UnfitValueException {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isIntegralNumber()) {
            return value.bigIntegerValue().toString();
        }
        throw new UnfitValueException(at, "must be a text or a whole number");
    }

    static Object symbol(Schema schema, String text, String at) throws UnfitValueException {
        if (!schema.hasEnumSymbol(text) || text.equals(NO_SYMBOL)) {
            throw new UnfitValueException(at, "must be one of " + symbols(schema));
        }
        return SpecificData.get().createEnum(text, schema);
    }

    /** Those that may be said; UNKNOWN is for readers that are older than the writer. */
    static String symbols(Schema schema) {
        return String.join(
                ", ",
                schema.getEnumSymbols().stream()
                        .filter(symbol -> !symbol.equals(NO_SYMBOL))
                        .toList());
    }

    static LocalDate day(String text, String at) throws UnfitValueException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException expected) {
            throw new UnfitValueException(at, "must be a day, YYYY-MM-DD");
        }
    }

    static Instant iso(String text, String at) throws UnfitValueException {
        try {
            return possible(OffsetDateTime.parse(text), at);
        } catch (DateTimeException expected) {
            throw new UnfitValueException(at, "must be a time with its offset, such as 2026-03-01T12:00:00Z");
        }
    }

    private static Instant possible(OffsetDateTime time, String at) throws UnfitValueException {
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            throw new UnfitValueException(at, "must be a time from 1970 to 9999");
        }
        return time.toInstant();
    }

    private static Conversion whole(@Nullable Transform transform) {
        if (transform == null) {
            return (value, at) -> {
                if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                    throw new UnfitValueException(at, "must be a whole number");
                }
                return value.longValue();
            };
        }
        int places = transform == Transform.MICROS ? MICRO_PLACES : NANO_PLACES;
        return (value, at) -> scaled(value, places, at);
    }

    private static long scaled(JsonNode value, int places, String at) throws UnfitValueException {
        String text = value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
        String rule = "must be a decimal with at most 12 digits and " + places + " places";
        if (!(value.isNumber() || value.isTextual()) || !DECIMAL.matcher(text).matches()) {
            throw new UnfitValueException(at, rule);
        }
        try {
            return new BigDecimal(text).movePointRight(places).longValueExact();
        } catch (ArithmeticException expected) {
            throw new UnfitValueException(at, rule);
        }
    }

    private static String cased(String text, @Nullable Transform transform) {
        if (transform == Transform.LOWER) {
            return text.toLowerCase(Locale.ROOT);
        }
        return transform == Transform.UPPER ? text.toUpperCase(Locale.ROOT) : text;
    }
}
