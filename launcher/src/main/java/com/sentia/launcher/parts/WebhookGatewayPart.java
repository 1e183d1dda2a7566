package com.sentia.launcher.parts;

import com.sentia.launcher.home.Port;
import com.sentia.launcher.home.SecretFiles;
import com.sentia.launcher.http.Http;
import com.sentia.launcher.supervision.Command;
import com.sentia.launcher.supervision.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The service that takes vendors' webhooks. */
final class WebhookGatewayPart implements Part {
    /** The name of the key that seals bodies set aside. */
    static final String DEAD_LETTER_KEY = "dead-letter-key";

    private static final int HEAP_MB = 96;

    private final Stack stack;
    private final List<String> shops;
    private final Map<String, String> otherwise;

    /**
     * The gateway of some shops.
     *
     * @param otherwise settings that are not to be as usual
     */
    WebhookGatewayPart(Stack stack, List<String> shops, Map<String, String> otherwise) {
        this.stack = stack;
        this.shops = List.copyOf(shops);
        this.otherwise = Map.copyOf(otherwise);
    }

    /** The gateway of the simulated shops. */
    static WebhookGatewayPart ofSimulatedShops(Stack stack) {
        return new WebhookGatewayPart(
                stack,
                Shops.domains(),
                Map.of(
                        // They live some weeks in the past, and tell of events by their own clock.
                        "age.window", "400d",
                        // They pour a year into minutes, and each may have the whole machine.
                        "rate.per-source", "10000"));
    }

    @Override
    public String name() {
        return PartNames.WEBHOOK_GATEWAY;
    }

    @Override
    public Set<String> needs() {
        return Set.of(PartNames.TOPICS);
    }

    @Override
    public Command command() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        settings.put("http.port", Integer.toString(stack.ports().number(Port.WEBHOOKS)));
        settings.put("kafka.bootstrap.servers", stack.kafka());
        settings.put("registry.url", stack.registryUrl());
        settings.put("shopify.shops", String.join(",", shops));
        settings.put("shopify.secret-file", ShopifyHooks.secret(stack).toString());
        settings.put("pseudonym.key-file", secret(ShopifyConnector.PSEUDONYM_KEY));
        settings.put("pseudonym.key-id", ShopifyConnector.PSEUDONYM_KEY_ID);
        settings.put("dead-letter.key-file", secret(DEAD_LETTER_KEY));
        DeclaredHooks.secrets(stack);
        settings.putAll(DeclaredHooks.settings(stack));
        settings.put("hooks.secrets-dir", stack.home().secrets().toString());
        settings.putAll(otherwise);
        Path file = SettingsFile.write(stack.home().settings().resolve("webhook-gateway.properties"), settings);
        return new JavaCommand(stack.home().state(name()), HEAP_MB)
                .reads(file)
                .main(stack.distribution(), "webhook-gateway", "com.sentia.gateway.Main", "--settings", file.toString())
                .command();
    }

    private String secret(String name) {
        return SecretFiles.generated(stack.home(), name).toString();
    }

    @Override
    public boolean isReady() {
        return Http.answers(stack.ports().url(Port.WEBHOOKS) + "/health/ready");
    }

    @Override
    public int stopRank() {
        return StopRank.CLIENTS;
    }
}
