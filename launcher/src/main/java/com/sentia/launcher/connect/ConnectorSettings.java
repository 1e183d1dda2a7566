package com.sentia.launcher.connect;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Shopify connector as it is handed to Connect.
 *
 * @param baseUrl where a shop is reached, with {@code {shop}} in it
 * @param token the shops' access token: a reference Connect resolves, never the token itself
 * @param pseudonymKey reference to the key customers are pseudonymised with
 * @param pollInterval pause after a feed was read to its end
 */
public record ConnectorSettings(
        List<String> shops,
        String baseUrl,
        String registryUrl,
        String token,
        String pseudonymKey,
        Duration pollInterval) {
    /** What the connector is called in Connect. */
    public static final String NAME = "shopify";

    public ConnectorSettings {
        shops = List.copyOf(shops);
    }

    Map<String, String> configuration() {
        Map<String, String> configuration = new TreeMap<>();
        configuration.put("name", NAME);
        configuration.put("connector.class", "com.sentia.connectors.shopify.ShopifySourceConnector");
        configuration.put("tasks.max", Integer.toString(shops.size()));
        configuration.put("exactly.once.support", "required");
        configuration.put("transaction.boundary", "poll");
        configuration.put("shops", String.join(",", shops));
        configuration.put("base.url", baseUrl);
        configuration.put("registry.url", registryUrl);
        configuration.put("access.token", token);
        configuration.put("pseudonym.key", pseudonymKey);
        configuration.put("poll.interval", pollInterval.toMillis() + "ms");
        configuration.put("heartbeat.interval", "5s");
        configuration.put("stopped.retry.interval", "5s");
        configuration.put("producer.override.linger.ms", "5");
        configuration.put("producer.override.max.request.size", Integer.toString(8 << 20));
        return configuration;
    }
}
