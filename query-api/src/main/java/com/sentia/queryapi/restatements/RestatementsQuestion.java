package com.sentia.queryapi.restatements;

import com.sentia.queryapi.http.Instants;
import com.sentia.queryapi.http.Parameters;
import com.sentia.queryapi.kpis.Dimensions;
import com.sentia.queryapi.kpis.Window;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What is asked of {@code /v1/kpis/{kpi}/restatements}. */
record RestatementsQuestion(String kpi, Window window, Map<String, String> dimensions, Instant windowEnd, int limit) {
    static final Set<String> PARAMETERS = Set.of("window", "dimensions", "windowEnd", "limit");
    private static final int MOST = 1_000;
    private static final int USUAL = 100;

    static RestatementsQuestion from(Parameters parameters) {
        return new RestatementsQuestion(
                parameters.path("kpi"),
                parameters.required("window", Window::parse, Window.RULE),
                parameters
                        .optional("dimensions", Dimensions::parse, Dimensions.RULE)
                        .orElse(Map.of()),
                parameters.required("windowEnd", Instants::parse, Instants.RULE),
                parameters.integer("limit", 1, MOST, USUAL));
    }
}
