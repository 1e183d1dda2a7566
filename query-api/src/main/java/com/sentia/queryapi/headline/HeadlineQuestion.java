package com.sentia.queryapi.headline;

import com.sentia.queryapi.http.Parameters;
import com.sentia.queryapi.kpis.Dimensions;
import com.sentia.queryapi.kpis.Window;
import com.sentia.queryapi.series.SeriesQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What is asked of {@code /v1/headline}. */
record HeadlineQuestion(Window window, Map<String, String> dimensions, int maxPoints) {
    static final Set<String> PARAMETERS = Set.of("window", "dimensions", "maxPoints");
    private static final int MOST = 500;
    private static final int USUAL = 60;

    /** A line shorter than this says little. */
    private static final Duration SHORTEST_LINE = Duration.ofHours(12);

    private static final int CALENDAR_WINDOWS = 14;

    static HeadlineQuestion from(Parameters parameters) {
        return new HeadlineQuestion(
                parameters.required("window", Window::parse, Window.RULE),
                parameters
                        .optional("dimensions", Dimensions::parse, Dimensions.RULE)
                        .orElse(Map.of()),
                parameters.integer("maxPoints", 2, MOST, USUAL));
    }

    /** Two sizes of the window, so that the value one size earlier lies in the middle of the line; of calendar windows 14. */
    SeriesQuery.Range line(Instant asOf) {
        if (window.isCalendar()) {
            return new SeriesQuery.Range(
                    asOf.minus(window.size().multipliedBy(CALENDAR_WINDOWS)), asOf.plus(window.longest()));
        }
        Duration twice = window.size().multipliedBy(2);
        Instant end = window.endAfter(asOf);
        return new SeriesQuery.Range(end.minus(twice.compareTo(SHORTEST_LINE) < 0 ? SHORTEST_LINE : twice), end);
    }

    /** The window end one size before the running one; what held there is carried into an empty range. */
    SeriesQuery.Range oneSizeEarlier(Instant asOf) {
        Instant end = window.endAfter(asOf).minus(window.size());
        return new SeriesQuery.Range(end, end);
    }
}
