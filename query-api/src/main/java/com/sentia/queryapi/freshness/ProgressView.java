package com.sentia.queryapi.freshness;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sentia.queryapi.http.Json;
import com.sentia.queryapi.http.View;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far one KPI's windows are final: those ending at or before {@code finalTo}; null before any is. */
record ProgressView(
        String kpi,
        String window,
        String source,
        @Nullable Instant finalTo,
        @Nullable Instant completeTo) implements View {
    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kpi", kpi);
        json.writeStringField("window", window);
        json.writeStringField("source", source);
        Json.instant(json, "finalTo", finalTo);
        Json.instant(json, "completeTo", completeTo);
        json.writeEndObject();
    }
}
