package com.sentia.queryapi.headline;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sentia.queryapi.http.Json;
import com.sentia.queryapi.http.View;
import com.sentia.queryapi.kpis.PointView;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every KPI that has values for some members in a window: now, one window earlier, and the way between. */
record HeadlineView(
        String window,
        Map<String, String> dimensions,
        @Nullable Instant asOf,
        List<Line> kpis) implements View {
    HeadlineView {
        kpis = List.copyOf(kpis);
    }

    /** One KPI's part. */
    record Line(
            String kpi, String unit, Optional<PointView> latest, Optional<PointView> previous, List<PointView> points)
            implements View {
        Line {
            points = List.copyOf(points);
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeStringField("kpi", kpi);
            json.writeStringField("unit", unit);
            writeTo(json, "latest", latest);
            writeTo(json, "previous", previous);
            json.writeArrayFieldStart("line");
            for (PointView point : points) {
                json.writeStartObject();
                Json.instant(json, "windowEnd", point.windowEnd());
                Json.decimal(json, "value", point.value());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }

        private static void writeTo(JsonGenerator json, String field, Optional<PointView> point) throws IOException {
            json.writeFieldName(field);
            if (point.isEmpty()) {
                json.writeNull();
                return;
            }
            point.get().writeTo(json);
        }
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("window", window);
        Json.texts(json, "dimensions", dimensions);
        Json.instant(json, "asOf", asOf);
        Json.views(json, "kpis", kpis);
        json.writeEndObject();
    }
}
