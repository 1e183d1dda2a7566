package com.sentia.hooks.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.sentia.hooks.yaml.YamlValue;
import java.util.Optional;

/** Reads JSON pointers (RFC 6901). */
public final class Pointers {
    private Pointers() {}

    /** The pointer, unless the text is none, which is complained about. */
    public static Optional<JsonPointer> read(YamlValue value) {
        return value.text().flatMap(text -> {
            try {
                return Optional.of(JsonPointer.compile(text));
            } catch (IllegalArgumentException expected) {
                value.wrong("must be a JSON pointer, such as /order/id");
                return Optional.empty();
            }
        });
    }
}
