package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.HttpExchange;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/** Looks, before anything runs, at whether the shops of a configuration let themselves be read as it says. Asks little and changes nothing. */
public final class Preflight {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private Preflight() {}

    /** What a finding means for who wants to start. */
    public enum Outcome {
        /** As it has to be. */
        OK,
        /** It can be read, but not as well as it could. */
        WARNING,
        /** It can't be read until something is done. */
        MISSING
    }

    /**
     * What was found of one thing.
     *
     * @param shop domain of the shop, or what else it is about
     * @param check what was looked at, such as access-scopes
     * @param seen what is so; never a secret
     * @param advice what to do; empty when nothing
     */
    public record Finding(String shop, String check, Outcome outcome, String seen, String advice) {}

    /** Looks at every shop of a connector's configuration, its secrets filled in. */
    public static List<Finding> of(Map<String, String> configuration, Clock clock) {
        ShopifySettings settings;
        try {
            settings = ShopifySettings.from(configuration);
        } catch (ConfigException e) {
            // Its messages name key, value and rule; a secret's value is hidden in them.
            return List.of(new Finding(
                    "all",
                    "settings",
                    Outcome.MISSING,
                    String.valueOf(e.getMessage()),
                    "correct the settings in the connector's file"));
        }
        List<Finding> findings = new ArrayList<>();
        try (HttpExchange http = new HttpExchange(CONNECT_TIMEOUT, settings.requestTimeout())) {
            for (Shop shop : settings.shops()) {
                findings.addAll(new ShopPreflight(shop, settings, http, clock).look());
            }
            findings.add(new CallbackPreflight(settings, http).look());
        }
        return findings;
    }
}
