package com.sentia.queryapi.health;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Answers this process's metrics in Prometheus's text form. */
public final class MetricsHandler implements Handler<RoutingContext> {
    private final PrometheusMeterRegistry meters;

    public MetricsHandler(PrometheusMeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void handle(RoutingContext context) {
        context.response()
                .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .end(meters.scrape());
    }
}
