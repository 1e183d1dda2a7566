package com.sentia.jobs.kpi;

import com.sentia.analytics.kpi.CatalogueFile;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.analytics.kpi.Window;
import com.sentia.runtime.KafkaAddress;
import com.sentia.settings.Settings;
import com.sentia.timescale.DatabaseAddress;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settings of the KPI job.
 *
 * @param job the deployment's name: what its writers, consumers and the job itself are called
 * @param feeds whose progress makes values final, each {@code vendor/unit/entity}
 * @param kpis the text of the catalogue file: what is computed
 * @param published which KPIs of the catalogue this deployment publishes, and as which versions: {@code kpi=version}; all
 *     of them, as the file says, when empty
 * @param openRefresh longest wait from an event to the open values it changes; of series that are one of very many it is
 *     a second
 * @param retention how far behind the watermark a version may still change values
 */
public record KpiSettings(
        String job,
        KafkaAddress kafka,
        DatabaseAddress database,
        List<String> feeds,
        ZoneId businessZone,
        String businessCurrency,
        String kpis,
        List<String> published,
        Duration openRefresh,
        Duration retention)
        implements Serializable {
    /** The deployment a stack begins with. */
    static final String FIRST_JOB = "kpi";

    private static final String KPIS = "kpis.file";
    private static final String PUBLISHED = "kpis.published";
    private static final Duration MOST_OPEN_REFRESH = Duration.ofSeconds(1);

    public KpiSettings {
        feeds = List.copyOf(feeds);
        published = List.copyOf(published);
    }

    /** Whether its KPIs are shown at once where none of that name was shown before; those of later ones wait to be switched. */
    boolean isFirst() {
        return job.equals(FIRST_JOB);
    }

    /** Which topics are read, and whose progress is waited for on each. */
    CountedFeeds countedFeeds() {
        return CountedFeeds.of(feeds);
    }

    /** What the steps need to know. */
    KpiPlan plan() {
        return new KpiPlan(job, this::catalogue, openRefresh, retention);
    }

    /** @throws com.sentia.settings.SettingsException naming every problem */
    public static KpiSettings from(Settings settings) {
        KpiSettings read = new KpiSettings(
                settings.text("job.name", FIRST_JOB),
                new KafkaAddress(settings.text("kafka.bootstrap.servers"), settings.uri("registry.url")),
                DatabaseAddress.of(
                        settings.text("database.url"),
                        settings.text("database.user"),
                        settings.secret("database.password")),
                settings.list("progress.units", List.of()),
                settings.zone("business.zone", ZoneId.of("Europe/London")),
                settings.text("business.currency", "GBP"),
                contents(settings),
                settings.list(PUBLISHED, List.of()),
                settings.duration("open.refresh", Duration.ofMillis(200)),
                settings.duration("retention", Duration.ofDays(400)));
        if (read.feeds.isEmpty()) {
            settings.reject("progress.units", "missing; without feeds to wait for no value ever becomes final");
        }
        for (String feed : read.feeds) {
            if (feed.split("/", -1).length != 3) {
                settings.reject("progress.units", "'" + feed + "' must be vendor/unit/entity");
            } else if (CountedFeeds.topicsOf(feed).isEmpty()) {
                settings.reject(
                        "progress.units",
                        "'" + feed
                                + "': nothing that is counted comes of it; take it out, or look at the entity's name");
            }
        }
        if (!read.job.matches("[a-z][a-z0-9-]*")) {
            settings.reject("job.name", "'" + read.job + "' must be lower case letters, digits and -");
        }
        for (String kpi : read.published) {
            if (!kpi.matches("[a-z][a-z0-9_]*=[1-9]\\d{0,5}")) {
                settings.reject(PUBLISHED, "'" + kpi + "' must be kpi=version");
            }
        }
        if (read.openRefresh.compareTo(MOST_OPEN_REFRESH) > 0) {
            settings.reject("open.refresh", "must be at most 1s");
        }
        if (read.retention.compareTo(Duration.ofDays(8)) < 0) {
            settings.reject("retention", "must be at least 8d");
        }
        settings.finish();
        // Complains here and now, not on a worker.
        read.windowsBeyondRetention()
                .forEach(window ->
                        settings.reject("retention", "must be longer than the window " + window + " of the KPIs"));
        settings.finish();
        return read;
    }

    private Stream<String> windowsBeyondRetention() {
        long micros = retention.toMillis() * 1_000;
        return catalogue().sets().stream()
                .flatMap(set -> set.windows().stream())
                .filter(window -> window instanceof Window.Rolling rolling && rolling.size() >= micros)
                .map(Window::name)
                .distinct();
    }

    /**
     * The KPIs whose records the job reads; the others wait.
     *
     * @throws com.sentia.analytics.kpi.CatalogueException naming line and field of what is wrong
     */
    KpiCatalogue catalogue() {
        KpiCatalogue whole = CatalogueFile.read("kpis.yaml", kpis, businessZone, businessCurrency)
                .fedBy(countedFeeds().records());
        return published.isEmpty() ? whole : whole.publishing(versions());
    }

    private Map<String, Integer> versions() {
        return published.stream()
                .map(kpi -> kpi.split("=", 2))
                .collect(Collectors.toMap(kpi -> kpi[0], kpi -> Integer.valueOf(kpi[1])));
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
