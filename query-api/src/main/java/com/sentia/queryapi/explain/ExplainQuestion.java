package com.sentia.queryapi.explain;

import com.sentia.queryapi.http.Instants;
import com.sentia.queryapi.http.Parameters;
import com.sentia.queryapi.kpis.Dimensions;
import com.sentia.queryapi.kpis.Window;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of {@code /v1/kpis/{kpi}/explain}.
 *
 * @param windowEnd empty for the newest window
 * @param facts how many of those that add most
 */
record ExplainQuestion(
        String kpi, Window window, Map<String, String> dimensions, Optional<Instant> windowEnd, int facts) {
    static final Set<String> PARAMETERS = Set.of("window", "dimensions", "windowEnd", "facts");
    private static final int MOST = 100;
    private static final int USUAL = 10;

    static ExplainQuestion from(Parameters parameters) {
        return new ExplainQuestion(
                parameters.path("kpi"),
                parameters.required("window", Window::parse, Window.RULE),
                parameters
                        .optional("dimensions", Dimensions::parse, Dimensions.RULE)
                        .orElse(Map.of()),
                parameters.optional("windowEnd", Instants::parse, Instants.RULE),
                parameters.integer("facts", 0, MOST, USUAL));
    }
}
