package com.sentia.queryapi.freshness;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sentia.queryapi.http.Json;
import com.sentia.queryapi.http.View;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far every source and every KPI is complete. */
record FreshnessView(@Nullable Instant asOf, List<SourceView> sources, List<ProgressView> progress) implements View {
    FreshnessView {
        sources = List.copyOf(sources);
        progress = List.copyOf(progress);
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        Json.instant(json, "asOf", asOf);
        Json.views(json, "sources", sources);
        Json.views(json, "progress", progress);
        json.writeEndObject();
    }
}
