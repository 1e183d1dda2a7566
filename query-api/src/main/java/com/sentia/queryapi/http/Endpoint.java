package com.sentia.queryapi.http;

import io.vertx.core.Future;
import java.util.Set;
import java.util.function.Function;

/**
 * One readable thing: its path ({@code /v1/kpis/{kpi}/series}), the query parameters it takes and how it answers.
 * Anything else in the query is refused.
 */
public record Endpoint(String path, Set<String> parameters, Function<Parameters, Future<? extends View>> answer) {
    public Endpoint {
        parameters = Set.copyOf(parameters);
    }

    /** The path as the router writes it: {@code /v1/kpis/:kpi/series}. */
    String route() {
        return path.replaceAll("\\{(\\w+)}", ":$1");
    }
}
