package com.sentia.queryapi.series;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sentia.queryapi.http.Json;
import com.sentia.queryapi.http.View;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A KPI over time: its change points in a range, or the last one of each cell where there were too many. */
record SeriesView(
        String kpi,
        String window,
        Map<String, String> dimensions,
        @Nullable Instant asOf,
        Optional<Instant> knownAt,
        SeriesQuery.Range range,
        Optional<Duration> resolution,
        SeriesRows rows)
        implements View {
    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kpi", kpi);
        json.writeStringField("unit", rows.unit());
        json.writeStringField("window", window);
        Json.texts(json, "dimensions", dimensions);
        Json.instant(json, "asOf", asOf);
        Json.instant(json, "knownAt", knownAt.orElse(null));
        Json.instant(json, "from", range.from());
        Json.instant(json, "to", range.to());
        json.writeStringField("resolution", resolution.map(Duration::toString).orElse(null));
        if (rows.carriedIn().isPresent()) {
            json.writeFieldName("carriedIn");
            rows.carriedIn().get().writeTo(json);
        } else {
            json.writeNullField("carriedIn");
        }
        Json.views(json, "points", rows.points());
        json.writeEndObject();
    }
}
