package com.sentia.hooks.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be said after {@code as:}, besides nothing. */
public enum Transform {
    LOWER,
    UPPER,
    /** A decimal in units becomes millionths. */
    MICROS,
    /** A decimal in units becomes billionths. */
    NANOS,
    /** ISO-8601 with an offset becomes an instant. */
    INSTANT,
    EPOCH_SECONDS,
    EPOCH_MILLIS;

    /** As YAML says it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of that word. */
    public static Optional<Transform> of(String word) {
        return Arrays.stream(values())
                .filter(transform -> transform.word().equals(word))
                .findFirst();
    }

    /** Their words, for complaints. */
    public static String words(List<Transform> transforms) {
        return transforms.stream().map(Transform::word).collect(Collectors.joining(", "));
    }
}
