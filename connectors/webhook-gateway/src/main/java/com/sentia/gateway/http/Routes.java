package com.sentia.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds who serves a request: exact paths, one method each. Anything else is 404, another method 405. */
final class Routes implements Handler<HttpServerRequest> {
    private static final String PLAIN = "text/plain; charset=utf-8";

    private final Map<String, Route> routes;

    Routes(Map<String, Route> routes) {
        this.routes = Map.copyOf(routes);
    }

    /** What is served at one path. */
    record Route(HttpMethod method, Handler<HttpServerRequest> handler) {}

    @Override
    public void handle(HttpServerRequest request) {
        @Nullable String path = request.path();
        @Nullable Route route = path == null ? null : routes.get(path);
        if (route == null) {
            Answers.text(request, 404, PLAIN, "no such path\n");
        } else if (!route.method().equals(request.method())) {
            request.response().putHeader("Allow", route.method().name());
            Answers.text(request, 405, PLAIN, "only " + route.method().name() + "\n");
        } else {
            route.handler().handle(request);
        }
    }
}
