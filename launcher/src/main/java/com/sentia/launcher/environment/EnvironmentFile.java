package com.sentia.launcher.environment;

import com.sentia.launcher.LauncherException;
import com.sentia.settings.Settings;
import com.sentia.settings.SettingsException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads an environment's file, and tells everything that is wrong with it at once. */
final class EnvironmentFile {
    static final String NAME = "environment.properties";

    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9][a-z0-9.-]*[a-z0-9]");
    private static final Pattern REGION = Pattern.compile("[A-Z][A-Z0-9_-]{0,15}");
    /** Of a shop's own the domain stands behind. */
    private static final Pattern SECRET_KEY = Pattern.compile(
            "(.*\\.)?((access|refresh)\\.token|client\\.secret)(\\..*)?|(.*[.-])?(token|secret|password|key)");

    private static final int POSTGRES = 5432;
    private static final int HIGHEST_PORT = 65_535;

    private final String name;
    private final Path folder;
    private final Settings settings;
    private final Instant now;

    private EnvironmentFile(String name, Path folder, Settings settings, Instant now) {
        this.name = name;
        this.folder = folder;
        this.settings = settings;
        this.now = now;
    }

    /**
     * The environment of a folder.
     *
     * @param now no date may lie after it
     * @throws LauncherException with a line for each problem, naming file and field
     */
    static Environment read(String name, Path folder, Instant now) {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new LauncherException("there is no environment " + name + ": write " + file
                    + ", for example by copying jobs-config/example");
        }
        try {
            return new EnvironmentFile(name, folder, Settings.fromFile(file), now).read();
        } catch (SettingsException e) {
            throw new LauncherException(
                    e.problems().stream()
                            .map(problem -> file + ": " + problem)
                            .collect(Collectors.joining(System.lineSeparator())),
                    e);
        }
    }

    private Environment read() {
        Business business = business();
        List<String> connectors = settings.list("connectors", List.of(Environment.SHOPIFY));
        Environment read = new Environment(
                name,
                folder,
                business,
                connectors,
                shops(connectors.contains(Environment.SHOPIFY)),
                backfillFrom(business.zone(), connectors.contains(Environment.SHOPIFY)),
                gateway(),
                settings.optionalPath("secrets.folder").map(folder::resolve).map(Path::normalize),
                database(connectors.contains(Environment.OWN_DATABASE)),
                connectorSettings(connectors),
                settings.prefixed("gateway."));
        if (!read.runs(Environment.SHOPIFY) && !read.runs(Environment.OWN_DATABASE)) {
            settings.reject(
                    "connectors",
                    "of " + Environment.SHOPIFY + " and " + Environment.OWN_DATABASE
                            + " one must be there: values become final only by what they tell");
        }
        settings.finish();
        return read;
    }

    private Business business() {
        String currency = settings.text("business.currency", Business.STANDARD.currency());
        if (!Business.isCurrency(currency)) {
            settings.reject("business.currency", "'" + currency + "' must be an ISO 4217 code such as GBP");
        }
        return new Business(currency, settings.zone("business.zone", Business.STANDARD.zone()));
    }

    private SortedMap<String, String> shops(boolean needed) {
        SortedMap<String, String> regions = new TreeMap<>();
        for (String entry : settings.list("shops", List.of())) {
            String[] parts = entry.split("=", -1);
            if (parts.length != 2
                    || !DOMAIN.matcher(parts[0].strip()).matches()
                    || !REGION.matcher(parts[1].strip()).matches()) {
                settings.reject(
                        "shops",
                        "'" + entry + "' must be a shop's domain and its region, such as example.myshopify.com=UK");
            } else if (regions.put(parts[0].strip(), parts[1].strip()) != null) {
                settings.reject("shops", parts[0].strip() + " is there twice");
            }
        }
        if (needed && regions.isEmpty()) {
            settings.reject(
                    "shops", "missing; it must be a list such as example.myshopify.com=UK,other.myshopify.com=EU");
        }
        return regions;
    }

    private Instant backfillFrom(ZoneId zone, boolean needed) {
        String text = settings.text("backfill.from", "");
        if (text.isEmpty()) {
            if (needed) {
                settings.reject(
                        "backfill.from", "missing; it must be the day from which orders are read, such as 2025-01-01");
            }
            return Instant.EPOCH;
        }
        try {
            Instant from = text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(zone).toInstant();
            if (from.isAfter(now)) {
                settings.reject("backfill.from", text + " has not come yet: no order would be read until then");
            }
            return from;
        } catch (DateTimeException expected) {
            settings.reject(
                    "backfill.from",
                    "'" + text + "' must be a day such as 2025-01-01, or an instant such as 2025-01-01T00:00:00Z");
            return Instant.EPOCH;
        }
    }

    private Optional<URI> gateway() {
        Optional<URI> address = settings.optionalUri("gateway.address");
        address.filter(given -> !"https".equals(given.getScheme()))
                .ifPresent(given ->
                        settings.reject("gateway.address", given + " must begin with https: vendors send to no other"));
        return address;
    }

    private Optional<OwnDatabase> database(boolean needed) {
        String host = settings.text("database.host", "");
        OwnDatabase given = new OwnDatabase(
                host,
                settings.integer("database.port", 1, HIGHEST_PORT, POSTGRES),
                settings.text("database.name", "sentia_operations"),
                settings.text("database.user", "operations_capture"));
        if (needed && host.isEmpty()) {
            settings.reject("database.host", "missing; " + Environment.OWN_DATABASE + " reads the database there");
        }
        return host.isEmpty() ? Optional.empty() : Optional.of(given);
    }

    private Map<String, String> connectorSettings(List<String> connectors) {
        Map<String, String> given = settings.prefixed("connector.");
        given.forEach((key, value) -> {
            if (connectors.stream().noneMatch(connector -> key.startsWith(connector + "."))) {
                settings.reject("connector." + key, "no connector of that name is in connectors");
            }
            if (isInTheClear(key, value)) {
                settings.reject(
                        "connector." + key,
                        "a secret does not belong here: put it into a file of secrets.folder and write"
                                + " ${secrets:${secrets.folder}:NAME}");
            }
        });
        return given;
    }

    private static boolean isInTheClear(String key, String value) {
        return SECRET_KEY.matcher(key.toLowerCase(Locale.ROOT)).matches() && !value.startsWith("${secrets:");
    }
}
