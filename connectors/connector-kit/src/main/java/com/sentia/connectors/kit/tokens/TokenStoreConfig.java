package com.sentia.connectors.kit.tokens;

import com.sentia.connectors.kit.BodySeal;
import com.sentia.settings.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The settings of where tokens are kept, the same for every connector whose vendor rotates them. */
public final class TokenStoreConfig {
    /** Brokers with the topic of tokens. */
    public static final String SERVERS = "token.store.bootstrap.servers";

    /** Begins the settings of the clients that read and write it. */
    public static final String CLIENT = "token.store.client.";

    /** What the key that seals is derived from. */
    public static final String KEY = "token.store.key";

    /** Name of that key. */
    public static final String KEY_ID = "token.store.key.id";

    /** What the key before it is derived from. */
    public static final String FORMER_KEY = "token.store.former.key";

    /** Name of the key before it. */
    public static final String FORMER_KEY_ID = "token.store.former.key.id";

    private static final int SHORTEST_KEY = 32;
    private static final String ID = "[a-zA-Z0-9]{1,32}";

    private TokenStoreConfig() {}

    /** Adds the settings to a connector's. */
    public static void define(ConfigDef def) {
        def.define(
                SERVERS,
                ConfigDef.Type.STRING,
                "",
                Importance.MEDIUM,
                "Kafka brokers with the topic connector.token.v1, where tokens that rotate are kept, sealed; what their"
                        + " clients need besides, such as credentials, begins with " + CLIENT
                        + " (token.store.client.security.protocol).");
        def.define(
                KEY,
                ConfigDef.Type.PASSWORD,
                "",
                Importance.MEDIUM,
                "At least 32 characters that nobody can guess; the key that seals stored tokens is derived from them.");
        def.define(KEY_ID, ConfigDef.Type.STRING, "t1", Importance.LOW, "Name of that key: letters and digits.");
        def.define(
                FORMER_KEY,
                ConfigDef.Type.PASSWORD,
                "",
                Importance.LOW,
                "The key before it, while it is changed: opens what it sealed, seals nothing.");
        def.define(FORMER_KEY_ID, ConfigDef.Type.STRING, "t0", Importance.LOW, "Name of the key before it.");
    }

    /** What is wrong with the settings of a connector that needs a store: setting and sentence. */
    public static Map<String, String> problems(Map<String, String> properties, String otherServers) {
        Map<String, String> problems = new HashMap<>();
        if (servers(properties, otherServers).isEmpty()) {
            problems.put(SERVERS, "must be set: a refresh token that rotates is kept in Kafka");
        }
        if (text(properties, KEY).length() < SHORTEST_KEY) {
            problems.put(KEY, "must be at least " + SHORTEST_KEY + " characters: stored tokens are sealed with it");
        }
        String former = text(properties, FORMER_KEY);
        if (!former.isEmpty() && former.length() < SHORTEST_KEY) {
            problems.put(FORMER_KEY, "must be at least " + SHORTEST_KEY + " characters, or empty");
        }
        List<String> ids = new ArrayList<>(List.of(KEY_ID, FORMER_KEY_ID));
        ids.removeIf(id -> properties.getOrDefault(id, "t").matches(ID));
        ids.forEach(id -> problems.put(id, "must be 1 to 32 letters and digits"));
        return problems;
    }

    /**
     * Opens the store; the settings have no problems.
     *
     * @param otherServers brokers to take where none are set for the store
     */
    public static TokenStore open(Map<String, String> properties, String otherServers, String clientId) {
        Map<String, String> client = new HashMap<>();
        properties.forEach((key, value) -> {
            if (key.startsWith(CLIENT)) {
                client.put(key.substring(CLIENT.length()), value);
            }
        });
        client.put("bootstrap.servers", servers(properties, otherServers));
        client.put("client.id", clientId);
        BodySeal seal = new BodySeal(properties.getOrDefault(KEY_ID, "t1"), new Secret(text(properties, KEY)));
        String former = text(properties, FORMER_KEY);
        return new KafkaTokenStore(
                client,
                new SealedTokens(
                        former.isEmpty()
                                ? seal
                                : seal.opening(properties.getOrDefault(FORMER_KEY_ID, "t0"), new Secret(former))));
    }

    private static String servers(Map<String, String> properties, String otherServers) {
        String own = text(properties, SERVERS);
        return own.isEmpty() ? otherServers : own;
    }

    private static String text(Map<String, String> properties, String key) {
        return properties.getOrDefault(key, "").strip();
    }
}
