package com.sentia.queryapi.kpis;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads dimension members ({@code region:UK,source:shopify}) and dimension names ({@code region,source}). */
public final class Dimensions {
    /** What a reader is told members look like. */
    public static final String RULE = "name:member pairs such as region:UK,source:shopify, or empty for the total";

    /** What a reader is told names look like. */
    public static final String NAMES_RULE = "dimension names such as region,source, or empty for the total";

    private static final int MOST = 8;
    private static final int LONGEST_MEMBER = 200;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private Dimensions() {}

    public static Map<String, String> parse(String text) {
        Map<String, String> members = new TreeMap<>();
        for (String part : parts(text)) {
            int colon = part.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("no member");
            }
            String name = name(part.substring(0, colon));
            String member = part.substring(colon + 1);
            if (member.isEmpty() || member.length() > LONGEST_MEMBER || members.put(name, member) != null) {
                throw new IllegalArgumentException("no member, a long one, or two");
            }
        }
        return members;
    }

    /** Sorted, each once. */
    public static List<String> names(String text) {
        return List.copyOf(
                new TreeSet<>(parts(text).stream().map(Dimensions::name).toList()));
    }

    /** The form that {@link #parse} reads. */
    public static String text(Map<String, String> members) {
        return String.join(
                ",",
                members.entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .toList());
    }

    private static List<String> parts(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> parts = Arrays.asList(text.split(",", -1));
        if (parts.size() > MOST) {
            throw new IllegalArgumentException("too many");
        }
        return parts;
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("not a name");
        }
        return text;
    }
}
