package com.sentia.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** An operator with shops and credentials of one's own: told what is missing, then running, then down again. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class EnvironmentEndToEndIT {
    private static final int PORT_OFFSET = 3_400;
    private static final String API = "http://127.0.0.1:" + (8_080 + PORT_OFFSET);
    private static final String CONNECT = "http://127.0.0.1:" + (8_083 + PORT_OFFSET);
    private static final String UK = "sentia-uk.myshopify.com";
    private static final String TOKEN = "shpat_the_one_and_only_token";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final long SEED = 20110326;

    @TempDir
    private static Path folder;

    private Sentia sentia;
    private SimulatedVendor vendor;
    private Path environment;
    private String home;

    @BeforeAll
    void openShops() throws IOException {
        sentia = new Sentia(Sentia.distribution(), folder);
        home = folder.resolve("home").toString();
        vendor = SimulatedVendor.start(
                Sentia.distribution(),
                folder.resolve("vendor"),
                SmallRetailFile.write(folder.resolve("retail.csv"), SEED),
                TOKEN);
        environment = Files.createDirectories(folder.resolve("plant"));
        Files.writeString(
                environment.resolve("environment.properties"),
                String.join(
                        "\n",
                        "shops=" + UK + "=UK,sentia-eu.myshopify.com=EU,sentia-usa.myshopify.com=USA",
                        "backfill.from=2020-01-01",
                        "secrets.folder=secrets",
                        "connector.shopify.base.url=" + vendor.baseUrl(),
                        "connector.shopify.poll.interval=500ms",
                        ""));
    }

    @AfterAll
    void stopAll() throws IOException, InterruptedException {
        sentia.run("down", "--home", home);
        vendor.close();
    }

    @Test
    @Order(1)
    void saysWhichSecretIsMissingAndWhereItGoes() throws Exception {
        Sentia.Result found = preflight();

        assertThat(found.exit()).as(found.text()).isEqualTo(1);
        assertThat(found.text())
                .contains(
                        "shopify-access-token is not given",
                        environment.resolve("secrets/shopify-access-token").toString())
                .contains("SENTIA_SECRET_SHOPIFY_ACCESS_TOKEN");
        assertThat(Path.of(home)).doesNotExist();
    }

    @Test
    @Order(2)
    void saysThatATokenIsRefused() throws Exception {
        giveToken("shpat_some_other_token");

        Sentia.Result found = preflight();

        assertThat(found.exit()).as(found.text()).isEqualTo(1);
        assertThat(found.text()).contains(UK, "access-token", "missing").doesNotContain("shpat_some_other_token");
    }

    @Test
    @Order(3)
    void saysWhichScopeIsMissing() throws Exception {
        giveToken(TOKEN);
        vendor.withhold(UK, "\"read_customers\"");

        Sentia.Result found = preflight();

        assertThat(found.exit()).as(found.text()).isEqualTo(1);
        assertThat(found.text()).contains("access-scopes", "the token lacks read_customers");
        vendor.withhold(UK, "");
    }

    @Test
    @Order(4)
    void runsWithTheShopsOnceNothingIsMissing() throws Exception {
        String told = sentia.done(
                "up", "--env", environment.toString(), "--home", home, "--port-offset", Integer.toString(PORT_OFFSET));
        assertThat(told).contains(" 0 missing", "up: page");

        await().atMost(PATIENCE)
                .pollInterval(LOOK_EVERY)
                .untilAsserted(
                        () -> assertThat(sentia.done("topic", "read", "sales.order.v1", "-n", "1", "--home", home))
                                .contains("\"kind\":\"SalesOrder\"", "\"region\""));
        await().atMost(PATIENCE)
                .pollInterval(LOOK_EVERY)
                .untilAsserted(() ->
                        assertThat(get(API + "/v1/headline?window=24h/5m")).contains("\"latest\":{"));
    }

    @Test
    @Order(5)
    void showsTheEnvironmentAndItsShops() throws Exception {
        assertThat(sentia.done("status", "--home", home)).contains("environment plant", UK, "rate budget in use");
        assertThat(sentia.run("demo", "--home", home).text()).contains("runs the environment plant");
    }

    @Test
    @Order(6)
    void tellsItsSecretsToNobody() throws Exception {
        assertThat(get(CONNECT + "/connectors/shopify/config"))
                .contains("${secrets:")
                .doesNotContain(TOKEN);
        assertThat(sentia.done("topic", "read", "raw.shopify.order", "-n", "100", "--home", home))
                .doesNotContain(TOKEN);
        for (Path file : files(Path.of(home, "logs"), Path.of(home, "settings"))) {
            assertThat(file).content().as("%s", file).doesNotContain(TOKEN);
        }
    }

    @Test
    @Order(7)
    void stopsWithNothingLeft() throws Exception {
        assertThat(sentia.done("down", "--home", home)).contains("stopped");
    }

    private Sentia.Result preflight() throws IOException, InterruptedException {
        return sentia.run("up", "--preflight", "--env", environment.toString(), "--home", home);
    }

    private void giveToken(String token) throws IOException {
        Path file = Files.createDirectories(environment.resolve("secrets")).resolve("shopify-access-token");
        Files.writeString(file, token);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static List<Path> files(Path... folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path each : folders) {
            try (Stream<Path> files = Files.walk(each)) {
                files.filter(Files::isRegularFile).forEach(found::add);
            }
        }
        return found;
    }

    private static String get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
