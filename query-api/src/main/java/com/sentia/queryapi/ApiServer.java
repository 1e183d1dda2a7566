package com.sentia.queryapi;

import com.sentia.queryapi.database.DataClock;
import com.sentia.queryapi.database.Database;
import com.sentia.queryapi.explain.ExplainQuery;
import com.sentia.queryapi.explain.ExplainResource;
import com.sentia.queryapi.freshness.FreshnessQuery;
import com.sentia.queryapi.freshness.FreshnessResource;
import com.sentia.queryapi.headline.HeadlineResource;
import com.sentia.queryapi.health.HealthResource;
import com.sentia.queryapi.health.MetricsHandler;
import com.sentia.queryapi.http.ApiRouter;
import com.sentia.queryapi.http.Endpoint;
import com.sentia.queryapi.kpis.KpiQuery;
import com.sentia.queryapi.kpis.KpiResource;
import com.sentia.queryapi.kpis.SeriesGuide;
import com.sentia.queryapi.page.PageFiles;
import com.sentia.queryapi.restatements.RestatementsQuery;
import com.sentia.queryapi.restatements.RestatementsResource;
import com.sentia.queryapi.series.SeriesQuery;
import com.sentia.queryapi.series.SeriesResource;
import com.sentia.queryapi.values.ValuesQuery;
import com.sentia.queryapi.values.ValuesResource;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The running API: one HTTP server over one database pool. */
public final class ApiServer implements AutoCloseable {
    private static final int EVENT_LOOPS = 2;
    private static final int BLOCKING_THREADS = 2;
    private static final int IDLE_SECONDS = 60;
    private static final int LONGEST_LINE = 4_096;
    private static final int LARGEST_HEADERS = 8_192;
    private static final int SMALLEST_COMPRESSED = 1_024;
    private static final long CLOSE_SECONDS = 5;

    private final Vertx vertx;
    private final Database database;
    private final HttpServer http;

    private ApiServer(Vertx vertx, Database database, HttpServer http) {
        this.vertx = vertx;
        this.database = database;
        this.http = http;
    }

    /** Listens at once; the database may come later. */
    public static Future<ApiServer> start(ApiSettings settings) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(EVENT_LOOPS)
                .setWorkerPoolSize(BLOCKING_THREADS)
                .setInternalBlockingPoolSize(BLOCKING_THREADS)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        Database database = Database.open(vertx, settings.database());
        ApiRouter router = router(vertx, database, settings.host());
        return vertx.createHttpServer(new HttpServerOptions()
                        .setHost(settings.host())
                        .setPort(settings.port())
                        .setHttp2ClearTextEnabled(false)
                        .setCompressionSupported(true)
                        .setCompressionContentSizeThreshold(SMALLEST_COMPRESSED)
                        .setIdleTimeout(IDLE_SECONDS)
                        .setIdleTimeoutUnit(TimeUnit.SECONDS)
                        .setMaxInitialLineLength(LONGEST_LINE)
                        .setMaxHeaderSize(LARGEST_HEADERS))
                .requestHandler(router.router())
                .listen()
                .map(http -> new ApiServer(vertx, database, http))
                .onFailure(failure -> vertx.close());
    }

    /** The port listened on: the one that was set, or a free one when 0 was. */
    public int port() {
        return http.actualPort();
    }

    /** What can be asked, in the order of the committed description. */
    static List<Endpoint> endpoints(Database database) {
        DataClock clock = new DataClock(database);
        KpiQuery kpis = new KpiQuery(database);
        SeriesGuide guide = new SeriesGuide(kpis);
        SeriesQuery series = new SeriesQuery(database);
        return Stream.concat(
                        Stream.of(
                                new KpiResource(kpis).endpoint(),
                                new ValuesResource(new ValuesQuery(database), clock, guide).endpoint(),
                                new SeriesResource(series, clock, guide).endpoint(),
                                new ExplainResource(new ExplainQuery(database), guide).endpoint(),
                                new RestatementsResource(new RestatementsQuery(database), guide).endpoint(),
                                new HeadlineResource(series, clock).endpoint(),
                                new FreshnessResource(new FreshnessQuery(database), clock).endpoint()),
                        new HealthResource(database).endpoints().stream())
                .toList();
    }

    private static ApiRouter router(Vertx vertx, Database database, String host) {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        ApiRouter router = new ApiRouter(vertx, host, meters)
                .with(endpoints(database))
                .with("/metrics", new MetricsHandler(meters));
        PageFiles.addTo(router);
        return router;
    }

    /** Stops listening, lets go of the database and ends the threads. */
    @Override
    public void close() {
        awaitEnd(http.close().eventually(database::close));
        awaitEnd(vertx.close());
    }

    /** Whatever is not closed by then dies with the process. */
    private static void awaitEnd(Future<Void> ending) {
        ending.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(CLOSE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(expected -> null)
                .join();
    }
}
