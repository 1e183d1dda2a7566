package com.sentia.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One event loop's share of the HTTP server. */
final class HttpVerticle extends VerticleBase {
    /** For requests that wait for Kafka while the process is told to end. */
    private static final int GRACE_SECONDS = 3;

    private final HttpServerOptions options;
    private final Handler<HttpServerRequest> handler;
    private final AtomicInteger listensAt;
    private @Nullable HttpServer server;

    /**
     * A share of a server.
     *
     * @param listensAt is told the port
     */
    HttpVerticle(HttpServerOptions options, Handler<HttpServerRequest> handler, AtomicInteger listensAt) {
        this.options = options;
        this.handler = handler;
        this.listensAt = listensAt;
    }

    @Override
    public Future<?> start() {
        return vertx.createHttpServer(options).requestHandler(handler).listen().onSuccess(listening -> {
            server = listening;
            listensAt.set(listening.actualPort());
        });
    }

    @Override
    public Future<?> stop() {
        return server == null ? Future.succeededFuture() : server.shutdown(GRACE_SECONDS, TimeUnit.SECONDS);
    }
}
