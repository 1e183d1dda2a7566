package com.sentia.launcher.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.launcher.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentFileTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    @TempDir
    private Path folder;

    private Environment read(String text) throws IOException {
        Files.writeString(folder.resolve("environment.properties"), text);
        return EnvironmentFile.read("prod", folder, NOW);
    }

    @Test
    void needsShopsAndTheirFirstDayOnly() throws IOException {
        Environment environment = read("shops=a.myshopify.com=UK\nbackfill.from=2026-07-01\n");

        assertThat(environment.business()).isEqualTo(Business.STANDARD);
        assertThat(environment.connectors()).containsExactly("shopify");
        assertThat(environment.regionOfShop()).containsExactly(Map.entry("a.myshopify.com", "UK"));
        // A day begins when it does in London, in July an hour before it does by UTC.
        assertThat(environment.backfillFrom()).isEqualTo(Instant.parse("2026-06-30T23:00:00Z"));
        assertThat(environment.gateway()).isEmpty();
        assertThat(environment.secrets()).isEmpty();
        assertThat(environment.database()).isEmpty();
    }

    @Test
    void readsEveryKey() throws IOException {
        Environment environment = read("""
                connectors=shopify,sentia-database
                shops=b.myshopify.com=EU, a.myshopify.com=UK
                backfill.from=2026-01-01T00:00:00Z
                business.currency=EUR
                business.zone=Europe/Berlin
                secrets.folder=secrets
                gateway.address=https://hooks.example.com
                gateway.age.window=2h
                database.host=db.example.com
                database.port=6432
                database.name=factory
                database.user=reader
                connector.shopify.poll.interval=5m
                connector.sentia-database.database.sslmode=require
                """);

        assertThat(environment.shops()).containsExactly("a.myshopify.com", "b.myshopify.com");
        assertThat(environment.backfillFrom()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(environment.business()).isEqualTo(new Business("EUR", ZoneId.of("Europe/Berlin")));
        assertThat(environment.secrets()).contains(folder.resolve("secrets"));
        assertThat(environment.gateway()).contains(URI.create("https://hooks.example.com"));
        assertThat(environment.gatewaySettings()).containsExactly(Map.entry("age.window", "2h"));
        assertThat(environment.requireDatabase())
                .isEqualTo(new OwnDatabase("db.example.com", 6432, "factory", "reader"));
        assertThat(environment.settingsOf("shopify")).containsExactly(Map.entry("poll.interval", "5m"));
        assertThat(environment.settingsOf("sentia-database")).containsExactly(Map.entry("database.sslmode", "require"));
    }

    @Test
    void tellsEveryMistakeAtOnceWithFileAndKey() {
        String file = folder.resolve("environment.properties").toString();

        assertThatThrownBy(() -> read("""
                connectors=shopify,sentia-database
                shops=a.myshopify.com, b.myshopify.com=UK, b.myshopify.com=EU
                backfill.from=2027-01-01
                business.currency=POUND
                gateway.address=http://hooks.example.com
                connector.amazon.poll.interval=1m
                connector.shopify.access.token.a.myshopify.com=shpat_not_to_be_seen
                shop.region=UK
                """))
                .isInstanceOf(LauncherException.class)
                .message()
                .doesNotContain("shpat_not_to_be_seen")
                .satisfies(message -> assertThat(message.lines())
                        .allSatisfy(line -> assertThat(line).startsWith(file + ": "))
                        .anySatisfy(line -> assertThat(line).contains("shops: 'a.myshopify.com'"))
                        .anySatisfy(line -> assertThat(line).contains("shops: b.myshopify.com is there twice"))
                        .anySatisfy(line -> assertThat(line).contains("backfill.from: 2027-01-01 has not come yet"))
                        .anySatisfy(line -> assertThat(line).contains("business.currency: 'POUND'"))
                        .anySatisfy(line -> assertThat(line).contains("gateway.address"))
                        .anySatisfy(line -> assertThat(line).contains("database.host: missing"))
                        .anySatisfy(line -> assertThat(line).contains("connector.amazon.poll.interval"))
                        .anySatisfy(line -> assertThat(line).contains("access.token.a.myshopify.com: a secret"))
                        .anySatisfy(line -> assertThat(line).contains("shop.region: unknown setting"))
                        .hasSize(9));
    }

    @Test
    void saysWhereAnEnvironmentWouldBe() {
        assertThatThrownBy(() -> EnvironmentFile.read("prod", folder.resolve("prod"), NOW))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("there is no environment prod: write " + folder.resolve("prod"));
    }

    @Test
    void takesTheExampleAsItIs() {
        Environment example = EnvironmentFile.read("example", Path.of("../jobs-config/example"), NOW);

        assertThat(example.runs(Environment.SHOPIFY)).isTrue();
        assertThat(example.shops()).containsExactly("your-shop.myshopify.com");
    }
}
