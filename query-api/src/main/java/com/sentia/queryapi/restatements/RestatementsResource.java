package com.sentia.queryapi.restatements;

import com.sentia.queryapi.http.Endpoint;
import com.sentia.queryapi.http.Parameters;
import com.sentia.queryapi.http.View;
import com.sentia.queryapi.kpis.SeriesGuide;
import io.vertx.core.Future;
import java.util.List;

/** Answers what changed a window after it was final. */
public final class RestatementsResource {
    private final RestatementsQuery query;
    private final SeriesGuide guide;

    public RestatementsResource(RestatementsQuery query, SeriesGuide guide) {
        this.query = query;
        this.guide = guide;
    }

    public Endpoint endpoint() {
        return new Endpoint("/v1/kpis/{kpi}/restatements", RestatementsQuestion.PARAMETERS, this::answer);
    }

    private Future<View> answer(Parameters parameters) {
        RestatementsQuestion question = RestatementsQuestion.from(parameters);
        return query.restatements(question).compose(found -> answer(question, found));
    }

    private Future<View> answer(RestatementsQuestion question, List<RestatementView> found) {
        View view = RestatementsView.of(question, found);
        return found.isEmpty()
                ? guide.require(question.kpi(), question.window(), question.dimensions())
                        .map(kpi -> view)
                : Future.succeededFuture(view);
    }
}
