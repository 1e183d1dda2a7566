package com.sentia.normalizer.mapping;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Stock keeping units in the one form in which they are compared. */
final class Skus {
    /** Vendors sell custom items without one; their sales count all the same. */
    static final String NONE = "(NONE)";

    private static final int MOST_CHARACTERS = 255;

    private Skus() {}

    static String of(Payload owner) throws UnmappableException {
        @Nullable String sku = owner.textOrNull("sku");
        if (sku == null || sku.isBlank()) {
            return NONE;
        }
        String kept = sku.strip().toUpperCase(Locale.ROOT);
        if (kept.length() > MOST_CHARACTERS || kept.chars().anyMatch(Character::isISOControl)) {
            throw owner.broken(
                    "sku", "must have at most " + MOST_CHARACTERS + " characters, none of them a control character");
        }
        return kept;
    }
}
