package com.sentia.queryapi.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** Builds the router: checks first, then endpoints and files, then a problem for whatever is left. */
public final class ApiRouter {
    private static final Map<Integer, Problem> LEFT_OVERS = Map.of(
            400, Problem.of(400, "bad-request", "Bad request", "the request can't be read"),
            404, Problem.of(404, "not-found", "Not found", "no such path; see /openapi.yaml"),
            405, Problem.of(405, "method-not-allowed", "Method not allowed", "everything here is read by GET"),
            414, Problem.of(414, "uri-too-long", "URI too long", "the address is too long"));

    private final Router router;

    public ApiRouter(Vertx vertx, String listenHost, MeterRegistry meters) {
        this.router = Router.router(vertx);
        router.route().handler(new RequestMeter(meters));
        router.route().handler(new SecurityHeaders());
        router.route().handler(new LoopbackOnly(listenHost));
        LEFT_OVERS.forEach(
                (status, problem) -> router.errorHandler(status, context -> Answers.problem(context, problem)));
        router.errorHandler(500, context -> Answers.failure(context, context.failure()));
    }

    public ApiRouter with(List<Endpoint> endpoints) {
        for (Endpoint endpoint : endpoints) {
            with(endpoint.path(), endpoint.route(), context -> answer(endpoint, context));
        }
        return this;
    }

    /** A path that isn't JSON: a file, the metrics. */
    public ApiRouter with(String path, Handler<RoutingContext> handler) {
        return with(path, path, handler);
    }

    public Router router() {
        return router;
    }

    private ApiRouter with(String name, String path, Handler<RoutingContext> handler) {
        Route route = router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
        route.setName(name);
        route.handler(context -> {
            RequestMeter.name(context, name);
            handler.handle(context);
        });
        return this;
    }

    private static void answer(Endpoint endpoint, RoutingContext context) {
        Parameters parameters =
                Parameters.of(context.pathParams(), context.queryParams().entries(), endpoint.parameters());
        endpoint.answer()
                .apply(parameters)
                .onSuccess(view -> Answers.view(context, view))
                .onFailure(failure -> Answers.failure(context, failure));
    }
}
