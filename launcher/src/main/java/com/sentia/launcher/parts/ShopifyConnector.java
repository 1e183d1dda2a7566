package com.sentia.launcher.parts;

import com.sentia.launcher.connect.ConnectorDescription;
import com.sentia.launcher.home.Port;
import com.sentia.launcher.home.SecretFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** The Shopify connector of {@code jobs-config/connectors/shopify.json}, reading the simulated shops. */
final class ShopifyConnector {
    /** The name of the secret the connector signs in to the shops with. */
    static final String TOKEN = "shopify-access-token";

    /** The name of the secret that customers' pseudonyms are made with, everywhere the same. */
    static final String PSEUDONYM_KEY = "pseudonym-key";

    static final String PSEUDONYM_KEY_ID = "k1";

    /** A simulated shop's time goes quicker than a real one's, and its past is shorter. */
    private static final Map<String, String> HURRIED = Map.of(
            "inventory.full.interval", "14d",
            "bulk.threshold", "500",
            "bulk.poll.interval", "1s",
            "webhooks.check.interval", "10s");

    private static final Duration STOPPED_RETRY_INTERVAL = Duration.ofSeconds(5);

    private ShopifyConnector() {}

    /**
     * The connector as Connect takes it.
     *
     * @param pollInterval its pause after the orders were read to their end
     * @param othersPollInterval the same of everything else
     */
    static ConnectorDescription describe(Stack stack, Duration pollInterval, Duration othersPollInterval)
            throws IOException {
        SecretFiles.generated(stack.home(), TOKEN);
        SecretFiles.generated(stack.home(), PSEUDONYM_KEY);
        Map<String, String> values = Map.of(
                "shops",
                String.join(",", Shops.domains()),
                "base.url",
                stack.ports().url(Port.SIMULATORS) + "/shops/{shop}",
                "webhooks.callback.url",
                ShopifyHooks.url(stack),
                "secrets.folder",
                stack.home().secrets().toString(),
                "registry.url",
                stack.registryUrl(),
                "kafka.bootstrap.servers",
                stack.kafka(),
                "backfill.from",
                "2000-01-01T00:00:00Z",
                "poll.interval",
                pollInterval.toMillis() + "ms",
                "others.poll.interval",
                othersPollInterval.toMillis() + "ms",
                "stopped.retry.interval",
                STOPPED_RETRY_INTERVAL.toMillis() + "ms");
        return ConnectorDescription.read(
                        stack.distribution().configuration("connectors/shopify.json"),
                        text -> Template.fill(text, values))
                .with(HURRIED);
    }
}
