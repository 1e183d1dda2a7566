package com.sentia.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/** Reads a request's body up to a size and within a time, whatever length was declared. */
final class BodyReader {
    private static final int FIRST_BUFFER = 16 * 1024;

    private final Vertx vertx;
    private final int most;
    private final long longestMillis;

    BodyReader(Vertx vertx, int most, Duration longest) {
        this.vertx = vertx;
        this.most = most;
        this.longestMillis = longest.toMillis();
    }

    /** The body, or a {@link RefusedException}. Must be called before the request's handler returns. */
    Future<byte[]> read(HttpServerRequest request) {
        Promise<byte[]> promise = Promise.promise();
        Buffer body = Buffer.buffer(FIRST_BUFFER);
        long timer = vertx.setTimer(longestMillis, fired -> promise.tryFail(new RefusedException(Outcome.TOO_SLOW)));
        request.exceptionHandler(promise::tryFail);
        request.endHandler(ended -> promise.tryComplete(body.getBytes()));
        request.handler(chunk -> {
            if (body.length() + chunk.length() > most) {
                promise.tryFail(new RefusedException(Outcome.TOO_LARGE));
            } else {
                body.appendBuffer(chunk);
            }
        });
        return promise.future().onComplete(read -> vertx.cancelTimer(timer));
    }

    /** The body goes no further. It has no stack trace: it is an answer. */
    static final class RefusedException extends RuntimeException {
        private final Outcome outcome;

        RefusedException(Outcome outcome) {
            super(outcome.tag(), null, false, false);
            this.outcome = outcome;
        }

        Outcome outcome() {
            return outcome;
        }
    }
}
