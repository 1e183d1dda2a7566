package com.sentia.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.launcher.connect.ConnectorDescription;
import com.sentia.launcher.environment.Environment;
import com.sentia.launcher.environment.Environments;
import com.sentia.launcher.environment.GivenSecrets;
import com.sentia.launcher.home.Distribution;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.Ports;
import com.sentia.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VendorSecretsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);
    private static final String SHOPS = "shops=a.myshopify.com=UK,b.myshopify.com=EU\nbackfill.from=2026-01-01\n";

    /** The files that all connectors share are where a distribution has them. */
    private static final Distribution DISTRIBUTION = new Distribution(Path.of(".."));

    @TempDir
    private Path folder;

    private Home home;
    private final Map<String, String> variables = new TreeMap<>();

    @BeforeEach
    void openHome() {
        home = new Home(folder.resolve("home"));
    }

    private Environment environment(String more) throws IOException {
        Files.writeString(folder.resolve("environment.properties"), SHOPS + more);
        return Environments.named(folder.toString(), CLOCK);
    }

    private void give(String name) {
        variables.put("SENTIA_SECRET_" + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), "value of " + name);
    }

    private EnvironmentConnectors connectors(Environment environment) {
        return new EnvironmentConnectors(environment, DISTRIBUTION, home, Ports.at(0));
    }

    private List<String> missing(Environment environment) throws IOException {
        GivenSecrets given = new GivenSecrets(environment.secrets(), Settings.of(Map.of(), variables));
        return new VendorSecrets(environment, given, home, connectors(environment))
                .place().stream()
                        .map(secret -> secret.connector() + " " + secret.name())
                        .toList();
    }

    private Map<String, String> configuration(Environment environment) {
        return connectors(environment).describe().get(0).configuration();
    }

    @Test
    void namesSecretsAndNeverWritesThem() throws IOException {
        give("shopify-access-token");
        Environment environment = environment("connector.shopify.poll.interval=5m\n");

        assertThat(missing(environment)).isEmpty();

        Map<String, String> configuration = configuration(environment);
        assertThat(configuration)
                .containsEntry("access.token", "${secrets:" + home.secrets() + ":shopify-access-token}")
                .containsEntry("shops", "a.myshopify.com,b.myshopify.com")
                .containsEntry("base.url", "https://{shop}")
                .containsEntry("backfill.from", "2026-01-01T00:00:00Z")
                .containsEntry("poll.interval", "5m")
                .containsEntry("webhooks.callback.url", "");
        assertThat(configuration.values()).noneMatch(value -> value.contains("value of"));
        Path file = home.secrets().resolve("shopify-access-token");
        assertThat(file).hasContent("value of shopify-access-token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void givesEachShopItsOwnToken() throws IOException {
        give("shopify-access-token.a.myshopify.com");
        Environment environment = environment("");
        assertThat(missing(environment)).containsExactly("shopify shopify-access-token");

        give("shopify-access-token.b.myshopify.com");
        assertThat(missing(environment)).isEmpty();
        assertThat(configuration(environment))
                .containsKeys("access.token.a.myshopify.com", "access.token.b.myshopify.com")
                .doesNotContainKey("access.token");
    }

    @Test
    void takesAwayWhatIsNotGivenAnyMore() throws IOException {
        give("shopify-access-token");
        Environment environment = environment("");
        assertThat(missing(environment)).isEmpty();
        String key = Files.readString(home.secrets().resolve("pseudonym-key"));

        variables.clear();

        assertThat(missing(environment)).containsExactly("shopify shopify-access-token");
        assertThat(home.secrets().resolve("pseudonym-key")).hasContent(key);
    }

    @Test
    void letsAnAppAskForItsTokensItself() throws IOException {
        Environment environment = environment("connector.shopify.client.id=abc\n");

        assertThat(missing(environment)).containsExactly("shopify shopify-client-secret");
        assertThat(configuration(environment)).containsEntry("client.id", "abc").doesNotContainKey("access.token");
    }

    @Test
    void needsTheSecretOfWebhooksWhereTheyHaveAnAddress() throws IOException {
        give("shopify-access-token");
        Environment environment = environment("gateway.address=https://hooks.example.com/\n");

        assertThat(missing(environment)).containsExactly("webhook-gateway shopify-webhook-secret");
        assertThat(configuration(environment))
                .containsEntry("webhooks.callback.url", "https://hooks.example.com/v1/hooks/shopify");
    }

    @Test
    void prefersAFileOfTheEnvironmentsOwn() throws IOException {
        Files.createDirectories(folder.resolve("connectors"));
        Files.writeString(
                folder.resolve("connectors/shopify.json"),
                "{\"name\":\"shopify\",\"config\":{\"shops\":\"${shops}\",\"refresh.token.a.myshopify.com\":"
                        + "\"${secrets:${secrets.folder}:refresh-a}\"}}");
        Environment environment = environment("");

        assertThat(missing(environment)).containsExactly("shopify refresh-a");
        ConnectorDescription described = connectors(environment).describe().get(0);
        assertThat(described.configuration()).containsOnlyKeys("shops", "refresh.token.a.myshopify.com");
    }
}
