package com.sentia.queryapi.values;

import com.sentia.queryapi.database.DataClock;
import com.sentia.queryapi.http.Endpoint;
import com.sentia.queryapi.http.Parameters;
import com.sentia.queryapi.http.View;
import com.sentia.queryapi.kpis.SeriesGuide;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers what a KPI says now, or said at an instant, for the members of its dimensions. */
public final class ValuesResource {
    private final ValuesQuery query;
    private final DataClock clock;
    private final SeriesGuide guide;

    public ValuesResource(ValuesQuery query, DataClock clock, SeriesGuide guide) {
        this.query = query;
        this.clock = clock;
        this.guide = guide;
    }

    public Endpoint endpoint() {
        return new Endpoint("/v1/kpis/{kpi}/values", ValuesQuestion.PARAMETERS, this::answer);
    }

    private Future<View> answer(Parameters parameters) {
        ValuesQuestion question = ValuesQuestion.from(parameters);
        return guide.requireActive(question.kpi(), question.knownAt())
                .compose(active -> clock.now())
                .compose(asOf -> query.values(question, asOf).compose(values -> answer(question, asOf, values)));
    }

    private Future<View> answer(ValuesQuestion question, Optional<Instant> asOf, List<ValueView> values) {
        ValuesView view = new ValuesView(
                question.kpi(),
                question.window().text(),
                asOf.orElse(null),
                question.knownAt(),
                values.subList(0, Math.min(values.size(), question.limit())),
                values.size() > question.limit());
        if (!values.isEmpty()) {
            return Future.succeededFuture(view);
        }
        return guide.check(question.kpi(), question.window()).map(found -> view);
    }
}
