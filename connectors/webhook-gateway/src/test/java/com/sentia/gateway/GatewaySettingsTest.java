package com.sentia.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.gateway.declared.DeclaredHookSettings;
import com.sentia.gateway.delivery.DeliverySettings;
import com.sentia.gateway.http.HttpSettings;
import com.sentia.gateway.limits.LimitSettings;
import com.sentia.gateway.shopify.ShopifyHookSettings;
import com.sentia.settings.Secret;
import com.sentia.settings.Settings;
import com.sentia.settings.SettingsException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewaySettingsTest {
    private static final String LONG = "0123456789abcdef0123456789abcdef";

    private static final Map<String, String> LEAST = Map.of(
            "kafka.bootstrap.servers", "127.0.0.1:9092",
            "registry.url", "http://127.0.0.1:8081/apis/ccompat/v7",
            "shopify.shops", "sentia-uk.myshopify.com",
            "shopify.secret", "shpss_0123456789abcdef",
            "pseudonym.key", "0123456789abcdef",
            "dead-letter.key", LONG);

    @Test
    void takesDefaultsForWhatIsNotGiven() {
        assertThat(GatewaySettings.from(Settings.of(LEAST)))
                .isEqualTo(new GatewaySettings(
                        new HttpSettings("127.0.0.1", 8085, 2, Set.of(), Duration.ofSeconds(4)),
                        new LimitSettings(
                                4_194_304,
                                1_000,
                                67_108_864,
                                1_000,
                                5,
                                Duration.ofHours(6),
                                Duration.ofHours(6),
                                200_000),
                        new DeliverySettings(
                                "127.0.0.1:9092",
                                URI.create("http://127.0.0.1:8081/apis/ccompat/v7"),
                                Duration.ofSeconds(4)),
                        new ShopifyHookSettings(
                                List.of("sentia-uk.myshopify.com"),
                                new Secret("shpss_0123456789abcdef"),
                                Optional.empty()),
                        new DeclaredHookSettings(List.of()),
                        new PersonalDataSettings("k1", new Secret("0123456789abcdef"), "d1", new Secret(LONG))));
    }

    @Test
    void readsEveryKey(@TempDir Path folder) throws Exception {
        Path former = Files.writeString(folder.resolve("former"), "shpss_fedcba9876543210\n");
        Map<String, String> all = new HashMap<>(LEAST);
        all.putAll(Map.ofEntries(
                Map.entry("http.host", "0.0.0.0"),
                Map.entry("http.port", "9999"),
                Map.entry("http.event-loops", "4"),
                Map.entry("http.trusted-proxies", "10.0.0.1, 10.0.0.2"),
                Map.entry("body.max", "2048"),
                Map.entry("body.within", "2s"),
                Map.entry("memory.max", "4096"),
                Map.entry("requests.in-flight", "7"),
                Map.entry("rate.per-source", "8"),
                Map.entry("rate.bad-signatures", "9"),
                Map.entry("age.window", "5h"),
                Map.entry("delivered.remembered", "7h"),
                Map.entry("delivered.max", "11"),
                Map.entry("kafka.acknowledged-within", "3s"),
                Map.entry("shopify.former-secret-file", former.toString()),
                Map.entry("pseudonym.key-id", "k2"),
                Map.entry("dead-letter.key-id", "d2")));

        GatewaySettings settings = GatewaySettings.from(Settings.of(all));

        assertThat(settings.http())
                .isEqualTo(new HttpSettings("0.0.0.0", 9999, 4, Set.of("10.0.0.1", "10.0.0.2"), Duration.ofSeconds(2)));
        assertThat(settings.limits())
                .isEqualTo(new LimitSettings(2048, 7, 4096, 8, 9, Duration.ofHours(5), Duration.ofHours(7), 11));
        assertThat(settings.delivery().acknowledgedWithin()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.shopify().secrets())
                .containsExactly(new Secret("shpss_0123456789abcdef"), new Secret("shpss_fedcba9876543210"));
        assertThat(settings.personalData().pseudonymKeyId()).isEqualTo("k2");
        assertThat(settings.personalData().deadLetterKeyId()).isEqualTo("d2");
    }

    @Test
    void listsEveryErrorOfABadFile() {
        assertThatThrownBy(() -> GatewaySettings.from(Settings.of(Map.ofEntries(
                        Map.entry("http.port", "70000"),
                        Map.entry("body.max", "8388608"),
                        Map.entry("memory.max", "2048"),
                        Map.entry("kafka.acknowledged-within", "5s"),
                        Map.entry("shopify.shops", "https://sentia-uk.myshopify.com"),
                        Map.entry("shopify.secret", "short"),
                        Map.entry("shopify.former-secret", "short"),
                        Map.entry("pseudonym.key", "short"),
                        Map.entry("pseudonym.key-id", "1"),
                        Map.entry("dead-letter.key", "0123456789abcdef"),
                        Map.entry("htp.host", "x")))))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        e -> assertThat(String.join("\n", e.problems()))
                                .contains("http.port: '70000'")
                                .contains("body.max: '8388608'")
                                .contains("memory.max: 2048 must be at least body.max")
                                .contains("kafka.acknowledged-within: must be from 400ms to 4500ms")
                                .contains("kafka.bootstrap.servers: missing")
                                .contains("registry.url: missing")
                                .contains("shopify.shops: [https://sentia-uk.myshopify.com] must be")
                                .contains("shopify.secret: must be at least 16")
                                .contains("shopify.former-secret: must be at least 16")
                                .contains("pseudonym.key: must be at least 16")
                                .contains("pseudonym.key-id: '1' must be")
                                .contains("dead-letter.key: must be at least 32")
                                .contains("htp.host: unknown")
                                .doesNotContain("short"));
    }
}
