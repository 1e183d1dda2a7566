package com.sentia.launcher.parts;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.connect.ConnectorDescription;
import com.sentia.launcher.environment.Environment;
import com.sentia.launcher.environment.OwnDatabase;
import com.sentia.launcher.home.Distribution;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The connectors of an environment, from its own files or those that all share, filled in from what the environment says. Secrets are
 * named in them, never written.
 */
public final class EnvironmentConnectors {
    private static final String POLL_INTERVAL = "15m";
    private static final String STOPPED_RETRY_INTERVAL = "3m";
    private static final String HEARTBEAT_MILLIS = "1000";

    private final Environment environment;
    private final Distribution distribution;
    private final Home home;
    private final Ports ports;

    /** @param home whose folder of secrets they name */
    public EnvironmentConnectors(Environment environment, Distribution distribution, Home home, Ports ports) {
        this.environment = environment;
        this.distribution = distribution;
        this.home = home;
        this.ports = ports;
    }

    /** All of them, as Connect takes them. */
    public List<ConnectorDescription> describe() {
        return environment.connectors().stream().map(this::describe).toList();
    }

    private ConnectorDescription describe(String name) {
        Path own = environment.folder().resolve("connectors").resolve(name + ".json");
        boolean isOwn = Files.isRegularFile(own);
        Path file = isOwn ? own : distribution.configuration("connectors/" + name + ".json");
        if (!Files.isRegularFile(file)) {
            throw new LauncherException("connectors: '" + name + "' is none of jobs-config/connectors, and there is no "
                    + own + ": correct the name, or write that file");
        }
        try {
            ConnectorDescription described = ConnectorDescription.read(file, text -> Template.fill(text, values()));
            if (!described.name().equals(name)) {
                throw new LauncherException(file + ": name is " + described.name() + ", it must be " + name);
            }
            ConnectorDescription set = described.with(settings(name));
            return isOwn || !name.equals(Environment.SHOPIFY) ? set : withAccess(set);
        } catch (IOException e) {
            throw new LauncherException(file + " can't be read as JSON: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new LauncherException(
                    file + ": " + e.getMessage() + ": write the value down, or one of "
                            + String.join(", ", values().keySet()),
                    e);
        }
    }

    private Map<String, String> settings(String name) {
        Map<String, String> filled = new TreeMap<>();
        environment.settingsOf(name).forEach((key, value) -> filled.put(key, Template.fill(value, values())));
        return filled;
    }

    /** Tokens that never end are one for all shops, or one for each; an app that has an id asks for its tokens itself. */
    private ConnectorDescription withAccess(ConnectorDescription described) {
        if (described.configuration().containsKey("client.id")) {
            return described
                    .without(Set.of("access.token"))
                    .with(Map.of("client.secret", secret(VendorSecrets.SHOPIFY_CLIENT_SECRET)));
        }
        Map<String, String> tokens = new TreeMap<>();
        for (String shop : environment.shops()) {
            String name = VendorSecrets.tokenOf(shop);
            if (Files.exists(home.secrets().resolve(name))) {
                tokens.put("access.token." + shop, secret(name));
            }
        }
        boolean isEachItsOwn =
                !tokens.isEmpty() && tokens.size() == environment.shops().size();
        return isEachItsOwn ? described.without(Set.of("access.token")).with(tokens) : described.with(tokens);
    }

    private String secret(String name) {
        return "${secrets:" + home.secrets() + ":" + name + "}";
    }

    private Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        values.put("shops", String.join(",", environment.shops()));
        values.put("base.url", "https://{shop}");
        values.put("backfill.from", environment.backfillFrom().toString());
        values.put("webhooks.callback.url", callback().map(URI::toString).orElse(""));
        values.put("secrets.folder", home.secrets().toString());
        values.put("registry.url", Stack.registryUrl(ports));
        values.put("kafka.bootstrap.servers", Stack.kafka(ports));
        values.put("poll.interval", POLL_INTERVAL);
        values.put("others.poll.interval", POLL_INTERVAL);
        values.put("stopped.retry.interval", STOPPED_RETRY_INTERVAL);
        values.put("heartbeat.millis", HEARTBEAT_MILLIS);
        values.put("unit", OwnDatabase.UNIT);
        environment.database().ifPresent(database -> {
            values.put("database.host", database.host());
            values.put("database.port", Integer.toString(database.port()));
            values.put("database.name", database.name());
            values.put("database.user", database.user());
        });
        return values;
    }

    private Optional<URI> callback() {
        return environment
                .gateway()
                .map(address -> URI.create(address.toString().replaceAll("/+$", "") + ShopifyHooks.PATH));
    }
}
