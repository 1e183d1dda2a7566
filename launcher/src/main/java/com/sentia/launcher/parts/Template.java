package com.sentia.launcher.parts;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with {@code ${name}} in it, to be filled in. */
final class Template {
    private static final Pattern NAME = Pattern.compile("\\$\\{([a-z.-]+)}");

    private Template() {}

    static String fill(String template, Map<String, String> values) {
        return NAME.matcher(template).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                // The file explains itself with ${...}; only names that are names are filled in.
                throw new IllegalArgumentException("nothing to fill in for " + match.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
