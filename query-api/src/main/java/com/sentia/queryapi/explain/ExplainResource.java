package com.sentia.queryapi.explain;

import com.sentia.queryapi.http.Endpoint;
import com.sentia.queryapi.http.Parameters;
import com.sentia.queryapi.http.Problem;
import com.sentia.queryapi.http.View;
import com.sentia.queryapi.kpis.SeriesGuide;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers why a value is what it is. */
public final class ExplainResource {
    private final ExplainQuery query;
    private final SeriesGuide guide;

    public ExplainResource(ExplainQuery query, SeriesGuide guide) {
        this.query = query;
        this.guide = guide;
    }

    public Endpoint endpoint() {
        return new Endpoint("/v1/kpis/{kpi}/explain", ExplainQuestion.PARAMETERS, this::answer);
    }

    private Future<View> answer(Parameters parameters) {
        ExplainQuestion question = ExplainQuestion.from(parameters);
        return query.explain(question)
                .compose(found ->
                        found.<Future<View>>map(Future::succeededFuture).orElseGet(() -> missing(question)));
    }

    private Future<View> missing(ExplainQuestion question) {
        return guide.require(question.kpi(), question.window(), question.dimensions())
                .map(kpi -> {
                    throw nothingThere(question.windowEnd()).asException();
                });
    }

    private static Problem nothingThere(Optional<Instant> windowEnd) {
        return Problem.notFound(
                "no-value",
                "windowEnd",
                windowEnd.map(Instant::toString).orElse(""),
                "no window with a value ends there; a calendar window is asked for by its own end, a rolling one by any"
                        + " instant after its first change point, which /series lists",
                List.of());
    }
}
