package com.sentia.queryapi.freshness;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sentia.queryapi.http.Json;
import com.sentia.queryapi.http.View;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * How far one feed is: complete to an instant of the source's clock, so far behind the newest of all feeds, last heard
 * of at an instant of our clock.
 */
record SourceView(
        String source, String unit, String entity, Instant completeTo, Duration lag, Instant at, double silentSeconds)
        implements View {
    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", source);
        json.writeStringField("unit", unit);
        json.writeStringField("entity", entity);
        Json.instant(json, "completeTo", completeTo);
        json.writeNumberField("lagSeconds", lag.toSeconds());
        Json.instant(json, "at", at);
        json.writeNumberField("silentSeconds", Math.round(silentSeconds));
        json.writeEndObject();
    }
}
