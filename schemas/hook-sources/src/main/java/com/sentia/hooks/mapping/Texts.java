package com.sentia.hooks.mapping;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What contracts ask of texts by their field's name: SKUs have one form, currencies are codes. */
final class Texts {
    private static final int MOST_CHARACTERS = 255;
    private static final String SKU = "sku";
    private static final String CURRENCY = "currency";
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Texts() {}

    /** The text in the form its field has, or a complaint. */
    static String fit(String field, String text, String at) throws UnfitValueException {
        String kept = field.equals(SKU) ? text.strip().toUpperCase(Locale.ROOT) : text.strip();
        if (kept.isEmpty()) {
            throw new UnfitValueException(at, "must not be blank");
        }
        if (field.toLowerCase(Locale.ROOT).endsWith(CURRENCY) && !CODES.contains(kept)) {
            throw new UnfitValueException(at, "must be an ISO 4217 code");
        }
        if (isName(field) && (kept.length() > MOST_CHARACTERS || kept.chars().anyMatch(Character::isISOControl))) {
            throw new UnfitValueException(
                    at, "must have at most " + MOST_CHARACTERS + " characters, none of them a control character");
        }
        return kept;
    }

    /** Keys are made of these. */
    private static boolean isName(String field) {
        return field.equals(SKU)
                || field.equals("id")
                || field.endsWith("Id")
                || field.equals("warehouse")
                || field.equals("account");
    }
}
