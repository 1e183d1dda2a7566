package com.sentia.queryapi.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Times every request by route and status; paths that match no route share one name, so that tags stay few. */
final class RequestMeter implements Handler<RoutingContext> {
    private static final String ROUTE = "sentia.route";
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1)
    };

    private final MeterRegistry meters;

    RequestMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    static void name(RoutingContext context, String route) {
        context.put(ROUTE, route);
    }

    @Override
    public void handle(RoutingContext context) {
        Timer.Sample sample = Timer.start(meters);
        context.addEndHandler(ended -> sample.stop(Timer.builder("http.server.requests")
                .description("Answers by route and status")
                .tag("route", context.<String>get(ROUTE, "other"))
                .tag("status", Integer.toString(context.response().getStatusCode()))
                .serviceLevelObjectives(BOUNDS)
                .register(meters)));
        context.next();
    }
}
