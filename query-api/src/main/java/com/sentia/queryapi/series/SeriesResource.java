package com.sentia.queryapi.series;

import com.sentia.queryapi.database.DataClock;
import com.sentia.queryapi.http.Endpoint;
import com.sentia.queryapi.http.Parameters;
import com.sentia.queryapi.http.View;
import com.sentia.queryapi.kpis.SeriesGuide;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers how a KPI moved over time. */
public final class SeriesResource {
    private final SeriesQuery query;
    private final DataClock clock;
    private final SeriesGuide guide;

    public SeriesResource(SeriesQuery query, DataClock clock, SeriesGuide guide) {
        this.query = query;
        this.clock = clock;
        this.guide = guide;
    }

    public Endpoint endpoint() {
        return new Endpoint("/v1/kpis/{kpi}/series", SeriesQuestion.PARAMETERS, this::answer);
    }

    private Future<View> answer(Parameters parameters) {
        SeriesQuestion question = SeriesQuestion.from(parameters);
        return guide.requireActive(question.kpi(), question.knownAt())
                .compose(active -> clock.now())
                .compose(asOf -> {
                    SeriesQuery.Range range = question.range(asOf.orElse(Instant.EPOCH));
                    return query.hasMoreThan(
                                    question.maxPoints(),
                                    question.kpi(),
                                    question.window(),
                                    question.dimensions(),
                                    range)
                            .map(tooMany -> tooMany
                                    ? Optional.of(Resolution.fitting(range.from(), range.to(), question.maxPoints()))
                                    : Optional.<Duration>empty())
                            .compose(cell -> rows(question, asOf, range, cell));
                });
    }

    private Future<View> rows(
            SeriesQuestion question, Optional<Instant> asOf, SeriesQuery.Range range, Optional<Duration> cell) {
        return query.series(
                        List.of(question.kpi()),
                        question.window(),
                        question.dimensions(),
                        range,
                        cell,
                        question.maxPoints(),
                        question.knownAt())
                .compose(found -> {
                    SeriesRows rows = found.get(question.kpi());
                    return rows == null
                            ? empty(question, asOf, range)
                            : Future.succeededFuture(view(question, asOf, range, cell, rows));
                });
    }

    /** Nothing was found: either there is no such series, or it has no point in this range. */
    private Future<View> empty(SeriesQuestion question, Optional<Instant> asOf, SeriesQuery.Range range) {
        return guide.require(question.kpi(), question.window(), question.dimensions())
                .map(kpi -> view(
                        question,
                        asOf,
                        range,
                        Optional.empty(),
                        new SeriesRows(kpi.version(), kpi.unit(), Optional.empty(), List.of())));
    }

    private static View view(
            SeriesQuestion question,
            Optional<Instant> asOf,
            SeriesQuery.Range range,
            Optional<Duration> resolution,
            SeriesRows rows) {
        return new SeriesView(
                question.kpi(),
                question.window().text(),
                question.dimensions(),
                asOf.orElse(null),
                question.knownAt(),
                range,
                resolution,
                rows);
    }
}
