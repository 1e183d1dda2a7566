package com.sentia.jobs.kpi;

import com.sentia.analytics.kpi.CatalogueFile;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.runtime.KafkaAddress;
import com.sentia.schemas.topics.Topics;
import com.sentia.settings.Settings;
import com.sentia.timescale.DatabaseAddress;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * Settings of the KPI job.
 *
 * @param feeds whose progress makes values final, each {@code vendor/unit/entity}
 * @param kpis the text of the catalogue file: what is computed
 * @param openRefresh longest wait from an event to the open values it changes; of series that are one of very many it is
 *     a second
 * @param retention how far behind the watermark a version may still change values
 */
public record KpiSettings(
        KafkaAddress kafka,
        DatabaseAddress database,
        List<String> feeds,
        ZoneId businessZone,
        String businessCurrency,
        String kpis,
        Duration openRefresh,
        Duration retention)
        implements Serializable {
    private static final String KPIS = "kpis.file";
    private static final Duration MOST_OPEN_REFRESH = Duration.ofSeconds(1);

    public KpiSettings {
        feeds = List.copyOf(feeds);
    }

    /** What the steps need to know. */
    KpiPlan plan() {
        return new KpiPlan(this::catalogue, openRefresh, retention);
    }

    /** @throws com.sentia.settings.SettingsException naming every problem */
    public static KpiSettings from(Settings settings) {
        KpiSettings read = new KpiSettings(
                new KafkaAddress(settings.text("kafka.bootstrap.servers"), settings.uri("registry.url")),
                DatabaseAddress.of(
                        settings.text("database.url"),
                        settings.text("database.user"),
                        settings.secret("database.password")),
                settings.list("progress.units", List.of()),
                settings.zone("business.zone", ZoneId.of("Europe/London")),
                settings.text("business.currency", "GBP"),
                contents(settings),
                settings.duration("open.refresh", Duration.ofMillis(200)),
                settings.duration("retention", Duration.ofDays(400)));
        if (read.feeds.isEmpty()) {
            settings.reject("progress.units", "missing; without feeds to wait for no value ever becomes final");
        }
        for (String feed : read.feeds) {
            if (feed.split("/", -1).length != 3) {
                settings.reject("progress.units", "'" + feed + "' must be vendor/unit/entity");
            }
        }
        if (read.openRefresh.compareTo(MOST_OPEN_REFRESH) > 0) {
            settings.reject("open.refresh", "must be at most 1s");
        }
        if (read.retention.compareTo(Duration.ofDays(8)) < 0) {
            settings.reject("retention", "must be at least 8d: longer than the longest window");
        }
        settings.finish();
        // Complains here and now, not on a worker.
        read.catalogue();
        return read;
    }

    /**
     * The KPIs that sources feed; the others wait for their connectors.
     *
     * @throws com.sentia.analytics.kpi.CatalogueException naming line and field of what is wrong
     */
    KpiCatalogue catalogue() {
        return CatalogueFile.read("kpis.yaml", kpis, businessZone, businessCurrency)
                .fedBy(Topics.recordNames());
    }

    private static String contents(Settings settings) {
        Path file = settings.path(KPIS);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            if (!file.toString().isEmpty()) {
                settings.reject(KPIS, file + " can't be read");
            }
            return "";
        }
    }
}
