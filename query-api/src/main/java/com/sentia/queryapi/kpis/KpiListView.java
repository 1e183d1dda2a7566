package com.sentia.queryapi.kpis;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sentia.queryapi.http.Json;
import com.sentia.queryapi.http.View;
import java.io.IOException;
import java.util.List;

/** The catalogue: the active version of every KPI, by name. */
public record KpiListView(List<KpiView> kpis) implements View {
    public KpiListView {
        kpis = List.copyOf(kpis);
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        Json.views(json, "kpis", kpis);
        json.writeEndObject();
    }
}
