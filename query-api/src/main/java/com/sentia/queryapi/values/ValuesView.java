package com.sentia.queryapi.values;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sentia.queryapi.http.Json;
import com.sentia.queryapi.http.View;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The newest values of a KPI in one window, and whether there are more than were asked for. */
record ValuesView(
        String kpi,
        String window,
        @Nullable Instant asOf,
        Optional<Instant> knownAt,
        List<ValueView> values,
        boolean hasMore)
        implements View {
    ValuesView {
        values = List.copyOf(values);
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kpi", kpi);
        json.writeStringField("window", window);
        Json.instant(json, "asOf", asOf);
        Json.instant(json, "knownAt", knownAt.orElse(null));
        Json.views(json, "values", values);
        json.writeBooleanField("hasMore", hasMore);
        json.writeEndObject();
    }
}
