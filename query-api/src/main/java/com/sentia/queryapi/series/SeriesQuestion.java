package com.sentia.queryapi.series;

import com.sentia.queryapi.http.Instants;
import com.sentia.queryapi.http.Parameters;
import com.sentia.queryapi.http.Problem;
import com.sentia.queryapi.kpis.Dimensions;
import com.sentia.queryapi.kpis.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of {@code /v1/kpis/{kpi}/series}.
 *
 * @param knownAt of the clock on the wall: what was known of the range then; empty for now
 */
record SeriesQuestion(
        String kpi,
        Window window,
        Map<String, String> dimensions,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Instant> knownAt,
        int maxPoints) {
    static final Set<String> PARAMETERS = Set.of("window", "dimensions", "from", "to", "asOf", "maxPoints");
    private static final int MOST = 5_000;
    private static final int USUAL = 500;
    private static final Duration USUAL_RANGE = Duration.ofDays(7);
    private static final int USUAL_WINDOWS = 8;

    static SeriesQuestion from(Parameters parameters) {
        return new SeriesQuestion(
                parameters.path("kpi"),
                parameters.required("window", Window::parse, Window.RULE),
                parameters
                        .optional("dimensions", Dimensions::parse, Dimensions.RULE)
                        .orElse(Map.of()),
                parameters.optional("from", Instants::parse, Instants.RULE),
                parameters.optional("to", Instants::parse, Instants.RULE),
                parameters.optional("asOf", Instants::parse, Instants.RULE),
                parameters.integer("maxPoints", 2, MOST, USUAL));
    }

    /**
     * Up to the end of the running window and seven days long, or eight windows that are longer than a day, where nothing
     * else was asked.
     */
    SeriesQuery.Range range(Instant asOf) {
        Instant end = to.orElseGet(() -> window.isCalendar() ? asOf.plus(window.longest()) : window.endAfter(asOf));
        Instant start = from.orElseGet(() -> end.minus(usualRange()));
        if (!start.isBefore(end)) {
            throw Problem.badRequest(
                            "reversed-range",
                            from.isPresent() ? "from" : "to",
                            (from.isPresent() ? start : end).toString(),
                            "from (" + start + ") must be before to (" + end + ")",
                            List.of())
                    .asException();
        }
        return new SeriesQuery.Range(start, end);
    }

    private Duration usualRange() {
        boolean isLong = window.isCalendar() && window.size().compareTo(Duration.ofDays(1)) > 0;
        return isLong ? window.longest().multipliedBy(USUAL_WINDOWS) : USUAL_RANGE;
    }
}
