package com.sentia.gateway.http;

import com.sentia.gateway.hook.Claim;
import com.sentia.gateway.limits.Capacity;
import com.sentia.gateway.limits.LimitSettings;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves one vendor's webhooks over HTTP: headers, then room, then the body, then the answer. */
final class HookHandler implements Handler<HttpServerRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(HookHandler.class);

    /** What of an unread body is let run out; a connection with more to come is closed. */
    private static final int SMALL_REST = 64 * 1024;

    private final Vertx vertx;
    private final Gate gate;
    private final Intake intake;
    private final Capacity capacity;
    private final Senders senders;
    private final BodyReader bodies;
    private final GatewayMeters meters;
    private final int bodyMost;

    HookHandler(
            Vertx vertx,
            Gate gate,
            Intake intake,
            Capacity capacity,
            HttpSettings http,
            LimitSettings limits,
            GatewayMeters meters) {
        this.vertx = vertx;
        this.gate = gate;
        this.intake = intake;
        this.capacity = capacity;
        this.senders = new Senders(http.trustedProxies());
        this.bodies = new BodyReader(vertx, limits.bodyMost(), http.bodyWithin());
        this.meters = meters;
        this.bodyMost = limits.bodyMost();
    }

    @Override
    public void handle(HttpServerRequest request) {
        long since = System.nanoTime();
        long declared = declaredBytes(request);
        String sender = senders.of(request.remoteAddress().hostAddress(), request.getHeader("X-Forwarded-For"));
        Gate.Knock knock = gate.knock(request::getHeader, declared, sender);
        if (knock instanceof Gate.Knock.Refused refused) {
            turnAway(request, refused.outcome(), declared, since);
            return;
        }
        long room = declared < 0 ? bodyMost : declared;
        if (!capacity.tryTake(room)) {
            turnAway(request, Outcome.BUSY, declared, since);
            return;
        }
        if (request.getHeader(HttpHeaders.EXPECT) != null) {
            request.response().writeContinue();
        }
        Context context = vertx.getOrCreateContext();
        Claim claim = ((Gate.Knock.Admitted) knock).claim();
        bodies.read(request)
                .compose(body -> taken(claim, sender, body, context))
                .onComplete(taken -> {
                    capacity.giveBack(room);
                    if (taken.succeeded()) {
                        meters.count(taken.result().outcome(), since);
                        Answers.end(request, taken.result());
                    } else {
                        failed(request, taken.cause(), sender, since);
                    }
                });
    }

    private Future<Reply> taken(Claim claim, String sender, byte[] body, Context context) {
        CompletionStage<Reply> reply = intake.take(claim, sender, body);
        return Future.fromCompletionStage(reply, context);
    }

    private void turnAway(HttpServerRequest request, Outcome outcome, long declared, long since) {
        meters.count(outcome, since);
        if (declared < 0 || declared > SMALL_REST || outcome == Outcome.TOO_LARGE) {
            Answers.endUnread(request, outcome);
        } else {
            Answers.end(request, outcome);
        }
    }

    private void failed(HttpServerRequest request, Throwable cause, String sender, long since) {
        if (cause instanceof BodyReader.RefusedException refused) {
            if (refused.outcome() == Outcome.TOO_SLOW) {
                gate.penaliseSlow(sender);
            }
            meters.count(refused.outcome(), since);
            Answers.endUnread(request, refused.outcome());
        } else if (cause instanceof VertxException || cause instanceof IOException) {
            LOG.debug("event=sender-gone path={}", request.path());
        } else {
            LOG.error("event=fault path={}", request.path(), cause);
            meters.count(Outcome.FAULT, since);
            Answers.endUnread(request, Outcome.FAULT);
        }
    }

    /** As declared; 0 when there is no body, -1 when its length is not told. */
    private static long declaredBytes(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null ? 0 : -1;
        }
        try {
            return Long.parseLong(length.strip());
        } catch (NumberFormatException expected) {
            return Long.MAX_VALUE;
        }
    }
}
