package com.sentia.launcher.environment;

import com.sentia.launcher.LauncherException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stack with vendors of one's own, as its folder under {@code jobs-config} describes it. No secret is in it.
 *
 * @param folder with {@code environment.properties} and, where there are any, connectors of its own
 * @param connectors by name, each a file in the folder's {@code connectors} or in {@code jobs-config/connectors}
 * @param regionOfShop by domain
 * @param backfillFrom orders changed before it are never read
 * @param gateway where the vendors reach the webhook gateway; empty where webhooks are not to be had
 * @param secrets the folder with a file for each secret; empty where they come by environment variables only
 * @param connectorSettings by {@code connector.setting}, what is to be otherwise than in the connectors' files
 * @param gatewaySettings what is to be otherwise than usual in the webhook gateway
 */
public record Environment(
        String name,
        Path folder,
        Business business,
        List<String> connectors,
        SortedMap<String, String> regionOfShop,
        Instant backfillFrom,
        Optional<URI> gateway,
        Optional<Path> secrets,
        Optional<OwnDatabase> database,
        Map<String, String> connectorSettings,
        Map<String, String> gatewaySettings) {
    /** The connector that reads the shops. */
    public static final String SHOPIFY = "shopify";

    /** The connector that captures what changes in Sentia's own database. */
    public static final String OWN_DATABASE = "sentia-database";

    /** Copies what it is given. */
    public Environment {
        connectors = List.copyOf(connectors);
        regionOfShop = Collections.unmodifiableSortedMap(new TreeMap<>(regionOfShop));
        connectorSettings = Map.copyOf(connectorSettings);
        gatewaySettings = Map.copyOf(gatewaySettings);
    }

    /** Whether a connector is to run. */
    public boolean runs(String connector) {
        return connectors.contains(connector);
    }

    /** Domains of the shops. */
    public List<String> shops() {
        return List.copyOf(regionOfShop.keySet());
    }

    /** What is to be otherwise in the file of a connector. */
    public Map<String, String> settingsOf(String connector) {
        Map<String, String> own = new TreeMap<>();
        connectorSettings.forEach((key, value) -> {
            if (key.startsWith(connector + ".")) {
                own.put(key.substring(connector.length() + 1), value);
            }
        });
        return own;
    }

    /** The database that change capture reads. */
    public OwnDatabase requireDatabase() {
        return database.orElseThrow(() -> new LauncherException("the environment " + name + " names no database"));
    }
}
