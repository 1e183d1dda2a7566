package com.sentia.timescale;

import java.util.Map;
import java.util.TreeMap;

/** Writes flat JSON objects; the database parses and normalises them. */
final class Json {
    private Json() {}

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
        StringBuilder out = new StringBuilder("{");
        new TreeMap<>(entries).forEach((name, value) -> {
            separate(out);
            quote(out, name);
            out.append(':').append(value.longValue());
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
