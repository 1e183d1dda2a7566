package com.sentia.settings;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads one consumer's settings and gathers every problem before complaining once.
 *
 * <p>A value is looked for in the properties given, then in the environment (key {@code database.url} is
 * {@code SENTIA_DATABASE_URL}). A secret may also be named by file: {@code database.password-file}. After the last
 * read, {@link #finish()} throws if anything was missing, malformed or unknown.
 */
public final class Settings {
    /** Stands in for one that could not be had, until {@link #finish()} throws. */
    private static final Secret NO_SECRET = new Secret("");

    private final Map<String, String> values;
    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>();

    private Settings(Map<String, String> values, Map<String, String> environment) {
        this.values = Map.copyOf(values);
        this.environment = Map.copyOf(environment);
    }

    /** Settings from the values alone, without the environment; for tests and embedding. */
    public static Settings of(Map<String, String> values) {
        return new Settings(values, Map.of());
    }

    public static Settings of(Map<String, String> values, Map<String, String> environment) {
        return new Settings(values, environment);
    }

    /** Settings from a properties file and the process environment. */
    public static Settings fromFile(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new SettingsException(List.of("settings file " + file + " can't be read: " + e.getMessage()));
        }
        Map<String, String> values = properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(Function.identity(), properties::getProperty));
        return new Settings(values, System.getenv());
    }

    /** Settings from the process environment alone, where people put secrets that shall not lie in a file. */
    public static Settings fromEnvironment() {
        return new Settings(Map.of(), System.getenv());
    }

    /** The file named by {@code --settings FILE} among a process's arguments. */
    public static Settings fromArguments(String[] arguments) {
        for (int i = 0; i < arguments.length - 1; i++) {
            if (arguments[i].equals("--settings")) {
                return fromFile(Path.of(arguments[i + 1]));
            }
        }
        throw new SettingsException(List.of("no settings: start with --settings FILE"));
    }

    public String text(String key) {
        return required(key, Function.identity(), "a text", "");
    }

    public String text(String key, String defaultValue) {
        return optional(key, Function.identity(), "a text", defaultValue);
    }

    /** Comma-separated values, trimmed, empty ones dropped. */
    public List<String> list(String key, List<String> defaultValue) {
        return optional(key, Settings::split, "a comma-separated list", defaultValue);
    }

    public int integer(String key, int least, int most, int defaultValue) {
        return optional(
                key,
                text -> {
                    int value = Integer.parseInt(text);
                    if (value < least || value > most) {
                        throw new IllegalArgumentException();
                    }
                    return value;
                },
                "a whole number from " + least + " to " + most,
                defaultValue);
    }

    public boolean flag(String key, boolean defaultValue) {
        return optional(
                key,
                text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException();
                },
                "true or false",
                defaultValue);
    }

    /** A positive duration: ISO-8601 ({@code PT0.2S}) or a number with ms, s, m, h or d. */
    public Duration duration(String key, Duration defaultValue) {
        return optional(key, Durations::parse, "a duration such as 200ms, 30s, 5m, 1h or 7d", defaultValue);
    }

    public URI uri(String key) {
        return required(key, Settings::absoluteUri, "an absolute URI", URI.create("invalid:/"));
    }

    public URI uri(String key, URI defaultValue) {
        return optional(key, Settings::absoluteUri, "an absolute URI", defaultValue);
    }

    public ZoneId zone(String key, ZoneId defaultValue) {
        return optional(key, ZoneId::of, "a time zone such as Europe/London", defaultValue);
    }

    public Path path(String key) {
        return required(key, Path::of, "a path", Path.of(""));
    }

    /** A path that may be left out. */
    public Optional<Path> optionalPath(String key) {
        return optional(key, text -> Optional.of(Path.of(text)), "a path", Optional.empty());
    }

    /** An absolute URI that may be left out. */
    public Optional<URI> optionalUri(String key) {
        return optional(key, text -> Optional.of(absoluteUri(text)), "an absolute URI", Optional.empty());
    }

    /** Settings that are handed on to somebody who knows them: by what stands behind the prefix in their keys. */
    public Map<String, String> prefixed(String prefix) {
        Map<String, String> found = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix) && !known.contains(key)) {
                found.put(key.substring(prefix.length()), value.strip());
                known.add(key);
            }
        });
        return found;
    }

    public <E extends Enum<E>> E choice(String key, Class<E> type, E defaultValue) {
        return optional(
                key,
                text -> Enum.valueOf(
                        type, text.toUpperCase(java.util.Locale.ROOT).replace('-', '_')),
                "one of " + Arrays.toString(type.getEnumConstants()),
                defaultValue);
    }

    /** A secret under {@code key}, or in the file that {@code key + "-file"} names. */
    public Secret secret(String key) {
        Optional<Secret> given = secretIfGiven(key);
        if (given.isEmpty()) {
            problems.add(key + ": missing; give " + key + " by environment or " + key + "-file as a file");
        }
        return given.orElse(NO_SECRET);
    }

    /** As {@link #secret}, of one that may be absent: nothing is complained of when neither key is given. */
    public Optional<Secret> secretIfGiven(String key) {
        String fileKey = key + "-file";
        known.add(key);
        known.add(fileKey);
        String direct = lookUp(key);
        if (direct != null) {
            return Optional.of(new Secret(direct));
        }
        String file = lookUp(fileKey);
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Secret(Files.readString(Path.of(file)).strip()));
        } catch (IOException e) {
            problems.add(fileKey + ": " + file + " can't be read: " + e.getMessage());
            return Optional.of(NO_SECRET);
        }
    }

    /** Adds a problem found by the consumer itself, such as two settings that don't go together. */
    public void reject(String key, String problem) {
        problems.add(key + ": " + problem);
    }

    /** Ends the reading; throws one {@link SettingsException} with every problem, unknown keys among them. */
    public void finish() {
        for (String key : new TreeSet<>(values.keySet())) {
            if (!known.contains(key)) {
                problems.add(key + ": unknown setting; known are " + String.join(", ", known));
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    private <T> T required(String key, Function<String, T> parser, String rule, T afterProblem) {
        known.add(key);
        String text = lookUp(key);
        if (text == null) {
            problems.add(key + ": missing; it must be " + rule);
            return afterProblem;
        }
        return parse(key, text, parser, rule, afterProblem);
    }

    private <T> T optional(String key, Function<String, T> parser, String rule, T defaultValue) {
        known.add(key);
        String text = lookUp(key);
        return text == null ? defaultValue : parse(key, text, parser, rule, defaultValue);
    }

    private <T> T parse(String key, String text, Function<String, T> parser, String rule, T afterProblem) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException expected) {
            problems.add(key + ": '" + text + "' must be " + rule);
            return afterProblem;
        }
    }

    private @Nullable String lookUp(String key) {
        String text = values.get(key);
        if (text == null) {
            text = environment.get(
                    "SENTIA_" + key.toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_"));
        }
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static URI absoluteUri(String text) {
        URI uri = URI.create(text);
        if (!uri.isAbsolute()) {
            throw new IllegalArgumentException();
        }
        return uri;
    }
}
