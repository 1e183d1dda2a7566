package com.sentia.simulators;

import com.sentia.simulators.clock.VirtualClock;
import com.sentia.simulators.incidents.GroundTruth;
import com.sentia.simulators.shopify.Answer;
import com.sentia.simulators.shopify.BulkDownload;
import com.sentia.simulators.shopify.Fault;
import com.sentia.simulators.shopify.FaultQueue;
import com.sentia.simulators.shopify.Shops;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP front, on the loopback address only: routes, the virtual {@code Date}, and answers that go wrong on demand. */
final class SimulatorServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatorServer.class);
    private static final Pattern GRAPHQL = Pattern.compile("/shops/([^/]+)/admin/api/([^/]+)/graphql\\.json");
    private static final Pattern TOKEN = Pattern.compile("/shops/([^/]+)/admin/oauth/access_token");
    private static final Pattern BULK = Pattern.compile("/bulk/([^/]+)/(\\d{1,18})/(\\d{1,9})\\.jsonl");
    private static final Duration SLOWNESS = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int WORKERS = 4;
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(WORKERS)
            .setInternalBlockingPoolSize(1));
    private final Shops shops;
    private final VirtualClock clock;
    private final FaultQueue faults;
    private final ControlApi control;
    private @Nullable HttpServer server;

    SimulatorServer(
            Shops shops, VirtualClock clock, FaultQueue faults, Status status, GroundTruth truth, Runnable recordSoon) {
        this.shops = shops;
        this.clock = clock;
        this.faults = faults;
        this.control = new ControlApi(clock, faults, shops, status, truth, recordSoon);
    }

    /** @throws StartRefused when the port is taken */
    void start(int port) {
        HttpServer created = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                .requestHandler(this::accept);
        try {
            server = created.listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            vertx.close();
            throw new StartRefused("http.port " + port + " can't be opened: "
                    + (e.getCause() == null ? "no answer" : e.getCause().getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("interrupted while opening http.port " + port);
        }
    }

    int port() {
        return server == null ? -1 : server.actualPort();
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("server=closed-late problem={}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(HttpServerRequest request) {
        Matcher graphql = GRAPHQL.matcher(request.path());
        if (request.path().startsWith("/control/")) {
            long now = clock.now();
            request.body()
                    .compose(body -> vertx.executeBlocking(
                            () -> control.answer(request.method().name(), request.path(), body.getBytes()), false))
                    .onComplete(answer -> send(request, answer, now / 1000));
        } else if (graphql.matches() && request.method().name().equals("POST")) {
            request.body().onSuccess(body -> graphql(request, graphql.group(1), graphql.group(2), body.getBytes()));
        } else if (TOKEN.matcher(request.path()).matches()
                && request.method().name().equals("POST")) {
            Matcher token = TOKEN.matcher(request.path());
            request.body().onSuccess(body -> token(request, token.matches() ? token.group(1) : "", body.getBytes()));
        } else if (BULK.matcher(request.path()).matches()) {
            Matcher bulk = BULK.matcher(request.path());
            Optional<BulkDownload> download = bulk.matches()
                    ? shops.bulkDownload(bulk.group(1), Long.parseLong(bulk.group(2)), Integer.parseInt(bulk.group(3)))
                    : Optional.empty();
            FileRange.answer(request, download);
        } else {
            send(request, Future.succeededFuture(Answer.of(404, Map.of("errors", "Not Found"))), clock.now() / 1000);
        }
    }

    private void graphql(HttpServerRequest request, String shop, String version, byte[] body) {
        Optional<Fault> fault = faults.next(shop);
        request.response().putHeader("X-Shopify-API-Version", version);
        if (fault.isPresent() && fault.get() == Fault.DROP_CONNECTION) {
            request.connection().close();
            return;
        }
        if (fault.isPresent() && fault.get() == Fault.CUT_OFF) {
            cutOff(request, "{\"data\":{\"orders\":{\"nodes\":[{\"id\":".getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (fault.isPresent() && fault.get() == Fault.RETRY_AFTER) {
            request.response().putHeader("Retry-After", "1");
        }
        if (fault.isPresent() && fault.get() == Fault.SLOW) {
            vertx.setTimer(SLOWNESS.toMillis(), timer -> answer(request, shop, version, body));
            return;
        }
        if (fault.isPresent()) {
            send(request, Future.succeededFuture(wrong(fault.get(), shop)), shops.secondShown(shop, clock.now()));
            return;
        }
        answer(request, shop, version, body);
    }

    private void token(HttpServerRequest request, String shop, byte[] body) {
        long second = clock.now() / 1000;
        vertx.executeBlocking(() -> shops.tokenDesk().answer(shop, body), false).onComplete(done -> {
            if (done.failed()) {
                send(request, Future.failedFuture(done.cause()), second);
                return;
            }
            Answer answer = done.result().answer();
            switch (done.result().saying()) {
                case WHOLE -> send(request, Future.succeededFuture(answer), second);
                case HALF -> cutOff(request, answer.body());
                case NOTHING -> request.connection().close();
            }
        });
    }

    /** Announces a whole body and closes the connection in its middle. */
    private static void cutOff(HttpServerRequest request, byte[] body) {
        request.response()
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Content-Length", Integer.toString(body.length * 2))
                .write(Buffer.buffer(body).getBuffer(0, body.length / 2))
                .onComplete(written -> request.connection().close());
    }

    private void answer(HttpServerRequest request, String shop, String version, byte[] body) {
        long now = clock.now();
        Optional<String> token = Optional.ofNullable(request.getHeader("X-Shopify-Access-Token"));
        vertx.executeBlocking(() -> shops.answer(shop, version, token, body, now), false)
                .onComplete(answer -> send(request, answer, shops.secondShown(shop, now)));
    }

    private Answer wrong(Fault fault, String shop) {
        return switch (fault) {
            case THROTTLE -> shops.throttled(shop);
            case UNAUTHORIZED -> Shops.unauthorized();
            case MALFORMED ->
                new Answer(200, "{\"data\":{\"orders\":{\"nodes\":[{\"id\":".getBytes(StandardCharsets.UTF_8));
            case TOO_MANY_REQUESTS, RETRY_AFTER ->
                Answer.of(429, Map.of("errors", "Exceeded 2 calls per second for api client."));
            case ERROR500, SLOW, DROP_CONNECTION, CUT_OFF -> Answer.of(500, Map.of("errors", "Internal Server Error"));
        };
    }

    private static void send(HttpServerRequest request, AsyncResult<Answer> result, long second) {
        HttpServerResponse response = request.response();
        Answer answer =
                result.succeeded() ? result.result() : Answer.of(500, Map.of("errors", "Internal Server Error"));
        if (result.failed()) {
            LOG.error("answer=failed path={}", request.path(), result.cause());
        }
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status())
                .putHeader(
                        "Date", HTTP_DATE.format(Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC)))
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end(Buffer.buffer(answer.body()));
    }
}
