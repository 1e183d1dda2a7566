package com.sentia.queryapi.values;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sentia.queryapi.http.Json;
import com.sentia.queryapi.http.View;
import com.sentia.queryapi.kpis.PointView;
import java.io.IOException;
import java.util.Map;

/** The newest change point of one series. */
record ValueView(Map<String, String> dimensions, PointView point) implements View {
    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        Json.texts(json, "dimensions", dimensions);
        point.writeFieldsTo(json);
        json.writeEndObject();
    }
}
