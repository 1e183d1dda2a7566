package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.analytics.kpi.CatalogueException;
import com.sentia.settings.Settings;
import com.sentia.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KpiSettingsTest {
    private static final Map<String, String> LEAST = Map.of(
            "kafka.bootstrap.servers", "127.0.0.1:9092",
            "registry.url", "http://127.0.0.1:8081/apis/ccompat/v7",
            "database.url", "postgresql://127.0.0.1:5433/sentia",
            "database.user", "sentia_writer",
            "database.password", "secret",
            "kpis.file", "../../jobs-config/kpis.yaml",
            "progress.units", "shopify/sentia-uk.myshopify.com/order, shopify/sentia-eu.myshopify.com/order");

    @Test
    void hasDefaults() {
        KpiSettings settings = KpiSettings.from(Settings.of(LEAST));

        assertThat(settings.feeds())
                .containsExactly("shopify/sentia-uk.myshopify.com/order", "shopify/sentia-eu.myshopify.com/order");
        assertThat(settings.job()).isEqualTo("kpi");
        assertThat(settings.isFirst()).isTrue();
        assertThat(settings.catalogue().kpis()).hasSizeGreaterThan(2);
        assertThat(settings.businessZone()).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(settings.businessCurrency()).isEqualTo("GBP");
        assertThat(settings.openRefresh()).isEqualTo(Duration.ofMillis(200));
        assertThat(settings.retention()).isEqualTo(Duration.ofDays(400));
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void readsEveryKey() {
        Map<String, String> given = new HashMap<>(LEAST);
        given.putAll(Map.of(
                "business.zone", "Europe/Paris",
                "business.currency", "EUR",
                "open.refresh", "500ms",
                "retention", "30d",
                "job.name", "kpi-2",
                "kpis.published", "aov=3, units=2",
                "progress.units", "shopify/x/order"));

        KpiSettings settings = KpiSettings.from(Settings.of(given));

        assertThat(settings.job()).isEqualTo("kpi-2");
        assertThat(settings.isFirst()).isFalse();
        assertThat(settings.catalogue().kpis())
                .extracting(kpi -> kpi.name() + " " + kpi.version())
                .containsExactlyInAnyOrder("aov 3", "units 2");
        assertThat(settings.kafka().bootstrapServers()).isEqualTo("127.0.0.1:9092");
        assertThat(settings.kafka().registry()).hasPath("/apis/ccompat/v7");
        assertThat(settings.database().user()).isEqualTo("sentia_writer");
        assertThat(settings.businessZone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(settings.businessCurrency()).isEqualTo("EUR");
        assertThat(settings.openRefresh()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.retention()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.feeds()).isEqualTo(List.of("shopify/x/order"));
    }

    @Test
    void complainsAboutACatalogueItCantUse(@TempDir Path folder) throws IOException {
        Map<String, String> given = new HashMap<>(LEAST);
        given.put(
                "kpis.file",
                Files.writeString(folder.resolve("k.yaml"), "kpis: {}").toString());

        assertThatThrownBy(() -> KpiSettings.from(Settings.of(given)))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("sets is missing");
    }

    @Test
    void complainsAboutAWindowThatRetentionDoesNotReach() {
        Map<String, String> given = new HashMap<>(LEAST);
        given.put("retention", "30d");

        assertThatThrownBy(() -> KpiSettings.from(Settings.of(given)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(
                        "retention: must be longer than the window 30d/1h of the KPIs",
                        "retention: must be longer than the window 90d/1d of the KPIs");
    }

    @Test
    void tellsEveryProblemAtOnce() {
        Map<String, String> bad = Map.of(
                "progress.units", "shopify",
                "open.refresh", "2s",
                "retention", "1d",
                "job.name", "KPI 2",
                "kpis.published", "aov",
                "business.zone", "Nowhere");

        assertThatThrownBy(() -> KpiSettings.from(Settings.of(bad)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(
                        "kafka.bootstrap.servers",
                        "kpis.file",
                        "registry.url",
                        "database.url",
                        "database.user",
                        "database.password",
                        "'shopify' must be vendor/unit/entity",
                        "open.refresh: must be at most 1s",
                        "retention: must be at least 8d",
                        "'KPI 2' must be lower case",
                        "'aov' must be kpi=version",
                        "business.zone");
    }

    @Test
    void refusesAFeedThatNothingIsCountedOf() {
        Map<String, String> given = new HashMap<>(LEAST);
        given.put("progress.units", "shopify/x/order, shopify/x/product, sentia/x/orders");

        assertThatThrownBy(() -> KpiSettings.from(Settings.of(given)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(
                        "'shopify/x/product': nothing that is counted comes of it",
                        "'sentia/x/orders': nothing that is counted comes of it");
    }
}
