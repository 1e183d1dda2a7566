package com.sentia.queryapi.http;

import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** A request's path and query parameters, read one by one; what is malformed ends in a {@link ProblemException}. */
public final class Parameters {
    private final Map<String, String> path;
    private final Map<String, String> query;

    private Parameters(Map<String, String> path, Map<String, String> query) {
        this.path = Map.copyOf(path);
        this.query = Map.copyOf(query);
    }

    /** Refuses query parameters that are not {@code known}, that come twice or that hold control characters. */
    public static Parameters of(Map<String, String> path, List<Map.Entry<String, String>> query, Set<String> known) {
        if (path.values().stream().anyMatch(Parameters::hasControls)) {
            throw Problem.of(404, "not-found", "Not found", "no such path").asException();
        }
        Map<String, String> values = new HashMap<>();
        for (Map.Entry<String, String> entry : query) {
            String name = entry.getKey();
            if (!known.contains(name)) {
                throw Problem.badRequest(
                                "unknown-parameter",
                                printable(name),
                                printable(entry.getValue()),
                                known.isEmpty() ? "this path takes no parameters" : "no such parameter here",
                                List.copyOf(new TreeSet<>(known)))
                        .asException();
            }
            if (hasControls(entry.getValue())) {
                throw Problem.invalid(name, printable(entry.getValue()), "free of control characters")
                        .asException();
            }
            if (values.putIfAbsent(name, entry.getValue()) != null) {
                throw Problem.badRequest(
                                "repeated-parameter", name, entry.getValue(), name + " may be given once", List.of())
                        .asException();
            }
        }
        return new Parameters(path, values);
    }

    /** A part of the path. */
    public String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("no path parameter " + name);
        }
        return value;
    }

    public <T> T required(String name, Function<String, T> parser, String rule) {
        return optional(name, parser, rule)
                .orElseThrow(() -> Problem.badRequest(
                                "missing-parameter", name, null, name + " is missing; it must be " + rule, List.of())
                        .asException());
    }

    /** Empty when the parameter is not given; a given empty text is parsed. */
    public <T> Optional<T> optional(String name, Function<String, T> parser, String rule) {
        String text = query.get(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException | DateTimeException expected) {
            throw Problem.invalid(name, text, rule).asException();
        }
    }

    public int integer(String name, int least, int most, int defaultValue) {
        return optional(
                        name,
                        text -> {
                            int value = Integer.parseInt(text);
                            if (value < least || value > most) {
                                throw new IllegalArgumentException();
                            }
                            return value;
                        },
                        "a whole number from " + least + " to " + most)
                .orElse(defaultValue);
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
