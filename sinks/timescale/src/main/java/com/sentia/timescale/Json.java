package com.sentia.timescale;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Writes JSON; the database parses and normalises it. */
final class Json {
    private Json() {}

    static String text(String value) {
        StringBuilder out = new StringBuilder();
        quote(out, value);
        return out.toString();
    }

    /** @param values JSON */
    static String array(List<String> values) {
        return "[" + String.join(",", values) + "]";
    }

    /** @param namesAndValues by turns the name of an entry and its value, as JSON */
    static String object(String... namesAndValues) {
        StringBuilder out = new StringBuilder("{");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            separate(out);
            quote(out, namesAndValues[i]);
            out.append(':').append(namesAndValues[i + 1]);
        }
        return out.append('}').toString();
    }

    static String texts(Map<String, String> entries) {
        StringBuilder out = new StringBuilder("{");
        new TreeMap<>(entries).forEach((name, value) -> {
            separate(out);
            quote(out, name);
            out.append(':');
            quote(out, value);
        });
        return out.append('}').toString();
    }

    static String numbers(Map<String, Long> entries) {
        return plain(entries, String::valueOf);
    }

    static String decimals(Map<String, BigDecimal> entries) {
        return plain(entries, value -> value.stripTrailingZeros().toPlainString());
    }

    private static <N> String plain(Map<String, N> entries, Function<N, String> text) {
        StringBuilder out = new StringBuilder("{");
        new TreeMap<>(entries).forEach((name, value) -> {
            separate(out);
            quote(out, name);
            out.append(':').append(text.apply(value));
        });
        return out.append('}').toString();
    }

    private static void separate(StringBuilder out) {
        if (out.length() > 1) {
            out.append(',');
        }
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
