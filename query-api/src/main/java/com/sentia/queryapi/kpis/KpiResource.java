package com.sentia.queryapi.kpis;

import com.sentia.queryapi.http.Endpoint;
import java.util.Set;

/** Answers which KPIs there are. */
public final class KpiResource {
    private final KpiQuery query;

    public KpiResource(KpiQuery query) {
        this.query = query;
    }

    public Endpoint endpoint() {
        return new Endpoint("/v1/kpis", Set.of(), parameters -> query.kpis().map(KpiListView::new));
    }
}
