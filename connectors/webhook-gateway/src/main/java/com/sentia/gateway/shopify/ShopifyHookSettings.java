package com.sentia.gateway.shopify;

import com.sentia.settings.Secret;
import com.sentia.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whose Shopify webhooks are taken.
 *
 * @param shops their domains, as in the connector's setting
 * @param secret the app's client secret, with which Shopify signs
 * @param formerSecret accepted too; Shopify may go on signing with it for an hour after a change
 */
public record ShopifyHookSettings(List<String> shops, Secret secret, Optional<Secret> formerSecret) {
    private static final int SHORTEST = 16;

    public ShopifyHookSettings {
        shops = List.copyOf(shops);
    }

    /** The secrets in force, the present one first. */
    public List<Secret> secrets() {
        return Stream.concat(Stream.of(secret), formerSecret.stream()).toList();
    }

    /** Reads the keys that begin with {@code shopify.}. */
    public static ShopifyHookSettings from(Settings settings) {
        return new ShopifyHookSettings(
                shops(settings),
                nonEmpty(settings, "shopify.secret", settings.secret("shopify.secret")),
                settings.secretIfGiven("shopify.former-secret")
                        .map(secret -> nonEmpty(settings, "shopify.former-secret", secret)));
    }

    private static List<String> shops(Settings settings) {
        List<String> shops = settings.list("shopify.shops", List.of());
        boolean distinct = shops.stream().distinct().count() == shops.size();
        if (shops.isEmpty() || !distinct || !shops.stream().allMatch(ShopifyHookSettings::isDomain)) {
            settings.reject(
                    "shopify.shops", shops + " must be a list of different shop domains such as example.myshopify.com");
        }
        return shops;
    }

    private static boolean isDomain(String shop) {
        return shop.matches("[a-z0-9][a-z0-9.-]*[a-z0-9]");
    }

    /** An empty file would make a secret that anyone can sign with. */
    private static Secret nonEmpty(Settings settings, String key, Secret secret) {
        if (secret.reveal().length() < SHORTEST) {
            settings.reject(key, "must be at least " + SHORTEST + " characters");
        }
        return secret;
    }
}
