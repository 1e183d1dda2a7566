package com.sentia.queryapi.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a request: with a view, with a problem, or with what a failure means to the caller. */
final class Answers {
    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    static void view(RoutingContext context, View view) {
        byte[] body = Json.bytes(view);
        context.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(body));
    }

    static void problem(RoutingContext context, Problem problem) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        if (problem.isPassing()) {
            context.response().putHeader("Retry-After", "1");
        }
        if (problem.status() == 405) {
            context.response().putHeader("Allow", "GET, HEAD");
        }
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(Json.bytes(problem)));
    }

    static void failure(RoutingContext context, Throwable failure) {
        if (failure instanceof ProblemException known) {
            problem(context, known.problem());
            return;
        }
        log.error("action=answer path={} outcome=fault", context.normalizedPath(), failure);
        problem(context, Problem.of(500, "fault", "Internal error", "a fault of ours; it has been logged"));
    }
}
