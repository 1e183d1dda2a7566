package com.sentia.gateway.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Ends requests. An answer to a webhook has a status, and a body only where a genuine sender is told what to correct. */
final class Answers {
    private Answers() {}

    /** Answers a request whose body has come in. */
    static void end(HttpServerRequest request, Outcome outcome) {
        end(request, Reply.of(outcome));
    }

    /** Answers a request whose body has come in, and says what is wrong with it. */
    static void end(HttpServerRequest request, Reply reply) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        begin(response, reply.outcome());
        if (reply.problem().isPresent()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .end(reply.problem().get());
        } else {
            response.end();
        }
    }

    /** Answers a request whose body has not come in, and won't be waited for. */
    static void endUnread(HttpServerRequest request, Outcome outcome) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        begin(response, outcome)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end()
                .onComplete(ended -> request.connection().close());
    }

    /** Answers what was no webhook. */
    static void text(HttpServerRequest request, int status, String contentType, String text) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, contentType)
                .end(text);
    }

    private static HttpServerResponse begin(HttpServerResponse response, Outcome outcome) {
        response.setStatusCode(outcome.status());
        return outcome.isPassing() ? response.putHeader("Retry-After", outcome.retryAfter()) : response;
    }
}
