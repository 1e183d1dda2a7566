package com.sentia.hooks.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** Ids and times as they stand in bodies, read by the same rules as fields. */
public final class ValueForms {
    /** The forms of time. */
    public static final List<Transform> TIMES =
            List.of(Transform.INSTANT, Transform.EPOCH_SECONDS, Transform.EPOCH_MILLIS);

    private ValueForms() {}

    /** The instant that stands there. */
    public static Instant time(JsonNode value, Transform form, String at) throws UnfitValueException {
        return Conversions.time(value, form, at);
    }

    /** A complaint about a value. */
    public static UnfitValueException unfit(JsonPointer pointer, String rule) {
        return new UnfitValueException(pointer.toString(), rule);
    }

    /** The id that stands there: a text, or a whole number's digits. */
    public static String id(JsonNode value, String at) throws UnfitValueException {
        return Texts.fit("id", Conversions.scalar(value, at), at);
    }
}
