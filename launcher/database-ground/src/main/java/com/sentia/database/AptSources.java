package com.sentia.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Derives apt sources for Debian's {@code sid} from the machine's own, so that no address stands in our files and
 * whatever mirror or signature rule the machine has still holds.
 *
 * <p>Only the distribution's own archive has that suite: entries for security, updates or third parties name other suites
 * or lack the component {@code main}, and are left out.
 */
final class AptSources {
    static final String SUITE = "sid";

    private static final Pattern ONE_LINE =
            Pattern.compile("deb\\s+(?<options>\\[[^]]*]\\s+)?(?<uri>\\S+)\\s+(?<suite>\\S+)\\s+(?<components>.+)");
    private static final Set<String> ALIASES = Set.of("stable", "testing", "unstable", "oldstable", SUITE);

    private final String codename;

    /** @param codename the machine's release, such as {@code bookworm}, from os-release */
    AptSources(String codename) {
        this.codename = codename;
    }

    /** The machine's sources with the suite changed, in one-line form or deb822 form by file name; empty when none serves. */
    Optional<Derived> ofMachine(Path etcApt) throws IOException {
        Set<String> lines = new LinkedHashSet<>();
        Set<String> stanzas = new LinkedHashSet<>();
        for (Path file : sourceFiles(etcApt)) {
            String text = Files.readString(file);
            if (file.toString().endsWith(".sources")) {
                stanzas.addAll(stanzas(text));
            } else {
                lines.addAll(lines(text));
            }
        }
        return lines.isEmpty() && stanzas.isEmpty()
                ? Optional.empty()
                : Optional.of(new Derived(String.join("\n", lines) + "\n", String.join("\n", stanzas)));
    }

    /** Contents for a {@code .list} and a {@code .sources} file. */
    record Derived(String list, String sources) {}

    List<String> lines(String text) {
        return text.lines()
                .map(line -> ONE_LINE.matcher(line.strip()))
                .filter(Matcher::matches)
                .filter(match -> serves(match.group("suite")) && hasMain(match.group("components")))
                .map(match ->
                        "deb " + Optional.ofNullable(match.group("options")).orElse("") + match.group("uri") + " "
                                + SUITE + " main")
                .toList();
    }

    List<String> stanzas(String text) {
        return Arrays.stream(text.split("\\n\\s*\\n", -1))
                .map(this::stanza)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> stanza(String text) {
        List<String> kept = new ArrayList<>();
        boolean serves = false;
        boolean hasMain = false;
        boolean dropping = false;
        for (String line : text.lines().toList()) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            boolean continued = Character.isWhitespace(line.charAt(0));
            if (continued) {
                if (!dropping) {
                    kept.add(line);
                }
                continue;
            }
            String field = line.substring(0, Math.max(0, line.indexOf(':'))).toLowerCase(Locale.ROOT);
            String value = line.substring(line.indexOf(':') + 1).strip();
            dropping = Set.of("types", "suites", "components", "enabled").contains(field);
            switch (field) {
                case "suites" -> serves = Stream.of(value.split("\\s+")).anyMatch(this::serves);
                case "components" -> hasMain = hasMain(value);
                case "types" -> {
                    if (!List.of(value.split("\\s+")).contains("deb")) {
                        return Optional.empty();
                    }
                }
                case "enabled" -> {
                    if (value.equalsIgnoreCase("no")) {
                        return Optional.empty();
                    }
                }
                default -> kept.add(line);
            }
        }
        return serves && hasMain
                ? Optional.of("Types: deb\nSuites: " + SUITE + "\nComponents: main\n" + String.join("\n", kept) + "\n")
                : Optional.empty();
    }

    private boolean serves(String suite) {
        return suite.equals(codename) || ALIASES.contains(suite);
    }

    private static boolean hasMain(String components) {
        return List.of(components.strip().split("\\s+")).contains("main");
    }

    private static List<Path> sourceFiles(Path etcApt) throws IOException {
        List<Path> files = new ArrayList<>();
        Path single = etcApt.resolve("sources.list");
        if (Files.isReadable(single)) {
            files.add(single);
        }
        Path folder = etcApt.resolve("sources.list.d");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                entries.filter(file -> file.toString().endsWith(".list")
                                || file.toString().endsWith(".sources"))
                        .filter(Files::isReadable)
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }
}
