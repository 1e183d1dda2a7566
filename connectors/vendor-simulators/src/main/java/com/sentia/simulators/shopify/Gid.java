package com.sentia.simulators.shopify;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shopify's global id: a type and a number. */
record Gid(String type, long number) {
    private static final Pattern FORM = Pattern.compile("gid://shopify/(\\w+)/(\\d{1,18})");

    static String of(String type, long number) {
        return "gid://shopify/" + type + "/" + number;
    }

    /** @throws QueryRefused when the text is no global id */
    static Gid parse(Object text) {
        Matcher matcher = FORM.matcher(text.toString());
        if (!matcher.matches()) {
            throw new QueryRefused("Invalid global id '" + text + "'", "argumentLiteralsIncompatible");
        }
        return new Gid(matcher.group(1), Long.parseLong(matcher.group(2)));
    }
}
