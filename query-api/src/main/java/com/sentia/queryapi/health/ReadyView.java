package com.sentia.queryapi.health;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sentia.queryapi.http.View;
import java.io.IOException;

/** Says that questions are answered, and whether there is a catalogue and a first value. */
record ReadyView(boolean hasKpis, boolean hasValues) implements View {
    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("status", "ready");
        json.writeBooleanField("hasKpis", hasKpis);
        json.writeBooleanField("hasValues", hasValues);
        json.writeEndObject();
    }
}
