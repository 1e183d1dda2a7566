package com.sentia.hooks.mapping;

import org.apache.avro.Schema;

/** Values that stand in the YAML itself. */
final class Constants {
    private Constants() {}

    /** The text as a value of the kind; a complaint says what it must be. */
    static Object of(String field, Schema schema, ValueKind kind, String text) throws UnfitValueException {
        String nowhere = "the constant";
        try {
            return switch (kind) {
                case TEXT -> Texts.fit(field, text, nowhere);
                case SYMBOL -> Conversions.symbol(schema, text, nowhere);
                case WHOLE -> Long.parseLong(text);
                case SMALL -> Integer.parseInt(text);
                case FLAG -> flag(text);
                case TIME -> Conversions.iso(text, nowhere);
                case DAY -> Conversions.day(text, nowhere);
            };
        } catch (NumberFormatException expected) {
            throw new UnfitValueException(nowhere, "must be " + kind.words());
        }
    }

    private static boolean flag(String text) throws UnfitValueException {
        if (!text.equals("true") && !text.equals("false")) {
            throw new UnfitValueException("the constant", "must be true or false");
        }
        return text.equals("true");
    }
}
