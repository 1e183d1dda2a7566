package com.sentia.gateway.http;

import com.sentia.gateway.delivery.DeadLetters;
import com.sentia.gateway.delivery.DeliveredMarks;
import com.sentia.gateway.delivery.Delivery;
import com.sentia.gateway.hook.VendorHook;
import com.sentia.gateway.limits.Capacity;
import com.sentia.gateway.limits.LimitSettings;
import com.sentia.gateway.limits.SenderPenalties;
import com.sentia.gateway.limits.UnitRates;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** The HTTP side of the gateway: one server over some event loops, a route for each vendor. */
public final class GatewayHttp {
    private static final int IDLE_SECONDS = 60;
    private static final int LONGEST_LINE = 4_096;
    private static final int LARGEST_HEADERS = 16 * 1_024;
    private static final int BACKLOG = 1_024;

    /** Vert.x takes a negative port for a free one that all event loops share. */
    private static final int ANY_SHARED = -1;

    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Vertx vertx;
    private final AtomicInteger port;

    private GatewayHttp(Vertx vertx, AtomicInteger port) {
        this.vertx = vertx;
        this.port = port;
    }

    /** What requests are served with. */
    public record Parts(
            List<VendorHook> hooks,
            Delivery delivery,
            DeadLetters deadLetters,
            BooleanSupplier ready,
            PrometheusMeterRegistry meters,
            Clock clock) {
        public Parts {
            hooks = List.copyOf(hooks);
        }
    }

    /** Listens; completes when it does, or with why it can't. */
    public static Future<GatewayHttp> start(HttpSettings http, LimitSettings limits, Parts parts) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(http.eventLoops())
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        Handler<HttpServerRequest> routes = routes(vertx, http, limits, parts);
        AtomicInteger port = new AtomicInteger();
        return vertx.deployVerticle(
                        () -> new HttpVerticle(options(http), routes, port),
                        new DeploymentOptions().setInstances(http.eventLoops()))
                .map(deployed -> new GatewayHttp(vertx, port))
                .onFailure(failure -> vertx.close());
    }

    /** The port listened on. */
    public int port() {
        return port.get();
    }

    /** Takes nothing more, and ends the event loops. */
    public Future<Void> close() {
        return vertx.close();
    }

    private static Handler<HttpServerRequest> routes(
            Vertx vertx, HttpSettings http, LimitSettings limits, Parts parts) {
        SenderPenalties penalties = new SenderPenalties(limits.badPerSender(), parts.clock());
        DeliveredMarks delivered = new DeliveredMarks(limits.remembered(), limits.rememberedMost(), parts.clock());
        DeliveredMarks refused = new DeliveredMarks(limits.remembered(), limits.rememberedMost(), parts.clock());
        Capacity capacity = new Capacity(limits.inFlight(), limits.memoryMost());
        Gauge.builder("gateway.requests.in.flight", capacity, Capacity::requests)
                .register(parts.meters());
        Gauge.builder("gateway.ready", parts.ready(), ready -> ready.getAsBoolean() ? 1 : 0)
                .register(parts.meters());
        Map<String, Routes.Route> routes = new HashMap<>();
        for (VendorHook hook : parts.hooks()) {
            GatewayMeters meters = new GatewayMeters(parts.meters(), hook.vendor());
            UnitRates rates = new UnitRates(limits.perUnit(), parts.clock());
            Gate gate = new Gate(hook, penalties, rates, delivered, limits, parts.clock());
            Intake intake = new Intake(
                    hook, gate, parts.delivery(), delivered, refused, parts.deadLetters(), meters, parts.clock());
            routes.put(
                    "/v1/hooks/" + hook.vendor(),
                    new Routes.Route(
                            HttpMethod.POST, new HookHandler(vertx, gate, intake, capacity, http, limits, meters)));
        }
        routes.put("/health/live", get(request -> Answers.text(request, 200, PLAIN, "UP\n")));
        routes.put("/health/ready", get(request -> answerReady(request, parts.ready())));
        routes.put(
                "/metrics",
                get(request ->
                        Answers.text(request, 200, PROMETHEUS, parts.meters().scrape())));
        return new Routes(routes);
    }

    private static Routes.Route get(Handler<HttpServerRequest> handler) {
        return new Routes.Route(HttpMethod.GET, handler);
    }

    private static void answerReady(HttpServerRequest request, BooleanSupplier ready) {
        boolean is = ready.getAsBoolean();
        Answers.text(request, is ? 200 : 503, PLAIN, is ? "UP\n" : "DOWN\n");
    }

    private static HttpServerOptions options(HttpSettings http) {
        return new HttpServerOptions()
                .setHost(http.host())
                .setPort(http.port() == 0 ? ANY_SHARED : http.port())
                .setHttp2ClearTextEnabled(false)
                .setAcceptBacklog(BACKLOG)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(LARGEST_HEADERS);
    }
}
