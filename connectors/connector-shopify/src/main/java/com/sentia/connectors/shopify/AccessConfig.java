package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.tokens.TokenStoreConfig;
import com.sentia.settings.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/**
 * The settings of access to the shops. Each may be given for all, and for one shop by its name, a dot and the shop's domain. Which of the
 * three ways is meant is told by what is set; what is set for a shop goes before what is set for all.
 */
final class AccessConfig {
    static final String ACCESS_TOKEN = "access.token";
    static final String CLIENT_ID = "client.id";
    static final String CLIENT_SECRET = "client.secret";
    static final String REFRESH_TOKEN = "refresh.token";

    private AccessConfig() {}

    static void define(ConfigDef def) {
        secret(
                def,
                ACCESS_TOKEN,
                "Admin API access token that never ends, for every shop without one of its own in access.token.<domain>.");
        def.define(
                CLIENT_ID,
                ConfigDef.Type.STRING,
                "",
                Importance.HIGH,
                "Instead: the app's client id, with which access tokens are asked for. The same for a shop in"
                        + " client.id.<domain>.");
        secret(def, CLIENT_SECRET, "The app's client secret. The same for a shop in client.secret.<domain>.");
        secret(
                def,
                REFRESH_TOKEN,
                "Where the app has expiring offline tokens, the refresh token of the authorisation, for a shop in"
                        + " refresh.token.<domain>. It rotates: the newest is in the token store, and this one counts again only"
                        + " when it is changed. Without one the client's own credentials are enough (an app of one's own"
                        + " organisation).");
        TokenStoreConfig.define(def);
    }

    /** How access to a shop is come by; the settings have no problems. */
    static ShopAccess of(String domain, Map<String, String> properties) {
        Map<String, String> own = level("." + domain, properties);
        Map<String, String> shared = level("", properties);
        String way = way(own).isEmpty() ? way(shared) : way(own);
        if (way.equals(ACCESS_TOKEN)) {
            return new ShopAccess.Permanent(new Secret(either(ACCESS_TOKEN, own, shared)));
        }
        String id = either(CLIENT_ID, own, shared);
        Secret secret = new Secret(either(CLIENT_SECRET, own, shared));
        String refresh = either(REFRESH_TOKEN, own, shared);
        return refresh.isEmpty()
                ? new ShopAccess.ClientCredentials(id, secret)
                : new ShopAccess.Refreshed(id, secret, new Secret(refresh));
    }

    /** What is wrong: setting and sentence, without any value. */
    static Map<String, String> problems(List<String> domains, Map<String, String> properties) {
        Map<String, List<String>> problems = new LinkedHashMap<>();
        Map<String, String> shared = level("", properties);
        mixed(shared, "", problems);
        boolean rotating = false;
        for (String domain : domains) {
            Map<String, String> own = level("." + domain, properties);
            mixed(own, "." + domain, problems);
            String way = way(own).isEmpty() ? way(shared) : way(own);
            if (way.isEmpty()) {
                add(
                        problems,
                        ACCESS_TOKEN,
                        "must be set, or " + ACCESS_TOKEN + "." + domain + " must be, or " + CLIENT_ID + " and "
                                + CLIENT_SECRET + " of an app that asks for tokens itself");
            } else if (!way.equals(ACCESS_TOKEN)) {
                requireClient(domain, own, shared, problems);
                rotating |= !either(REFRESH_TOKEN, own, shared).isEmpty();
            }
        }
        if (domains.size() > 1 && !value(shared, REFRESH_TOKEN).isEmpty()) {
            add(problems, REFRESH_TOKEN, "is of one shop: set " + REFRESH_TOKEN + ".<domain> for each");
        }
        Map<String, String> all = new LinkedHashMap<>();
        problems.forEach((key, sentences) -> all.put(key, String.join("; ", sentences)));
        if (rotating) {
            all.putAll(TokenStoreConfig.problems(
                    properties,
                    properties.getOrDefault(ShopifyConfig.SIGNAL_SERVERS, "").strip()));
        }
        return all;
    }

    private static void mixed(Map<String, String> level, String suffix, Map<String, List<String>> problems) {
        boolean permanent = !value(level, ACCESS_TOKEN).isEmpty();
        List<String> others = level.keySet().stream()
                .filter(key -> !key.equals(ACCESS_TOKEN))
                .map(key -> key + suffix)
                .toList();
        if (permanent && !others.isEmpty()) {
            add(
                    problems,
                    ACCESS_TOKEN,
                    ACCESS_TOKEN + suffix + " stands beside " + String.join(", ", others)
                            + ": a permanent token and one that is asked for exclude each other, remove one of them");
        }
    }

    private static void requireClient(
            String domain, Map<String, String> own, Map<String, String> shared, Map<String, List<String>> problems) {
        for (String key : List.of(CLIENT_ID, CLIENT_SECRET)) {
            if (either(key, own, shared).isEmpty()) {
                add(
                        problems,
                        key,
                        "must be set, or " + key + "." + domain + " must be: tokens of " + domain
                                + " are asked for with it");
            }
        }
    }

    /** The setting that tells which way one level goes; empty when it tells none. */
    private static String way(Map<String, String> level) {
        if (level.containsKey(ACCESS_TOKEN)) {
            return ACCESS_TOKEN;
        }
        return level.keySet().stream().findFirst().orElse("");
    }

    private static Map<String, String> level(String suffix, Map<String, String> properties) {
        Map<String, String> level = new LinkedHashMap<>();
        for (String key : List.of(ACCESS_TOKEN, REFRESH_TOKEN, CLIENT_ID, CLIENT_SECRET)) {
            String text = properties.getOrDefault(key + suffix, "").strip();
            if (!text.isEmpty()) {
                level.put(key, text);
            }
        }
        return level;
    }

    private static String either(String key, Map<String, String> own, Map<String, String> shared) {
        return value(own, key).isEmpty() ? value(shared, key) : value(own, key);
    }

    private static String value(Map<String, String> level, String key) {
        return level.getOrDefault(key, "");
    }

    private static void add(Map<String, List<String>> problems, String key, String sentence) {
        problems.computeIfAbsent(key, unused -> new ArrayList<>()).add(sentence);
    }

    private static void secret(ConfigDef def, String key, String doc) {
        def.define(key, ConfigDef.Type.PASSWORD, "", Importance.HIGH, doc);
    }
}
