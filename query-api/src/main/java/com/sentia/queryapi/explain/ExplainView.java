package com.sentia.queryapi.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sentia.queryapi.database.Columns;
import com.sentia.queryapi.http.Json;
import com.sentia.queryapi.http.View;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a value is what it is: its definition, its parts, and what they were made of.
 *
 * @param components JSON, as the database made it, so that its decimals stay exact; so are measures, sources, facts and rates
 */
record ExplainView(
        String kpi,
        String window,
        Map<String, String> dimensions,
        Definition definition,
        Instant windowStart,
        Instant windowEnd,
        @Nullable BigDecimal value,
        String components,
        long count,
        String state,
        int revision,
        List<String> flags,
        Instant updatedAt,
        String measures,
        String sources,
        String facts,
        String rates)
        implements View {

    /** What the version of the KPI says of itself. */
    record Definition(int version, String title, String unit, String formula) {}

    static ExplainView from(ExplainQuestion question, Row row) {
        return new ExplainView(
                question.kpi(),
                question.window().text(),
                question.dimensions(),
                new Definition(
                        row.getInteger("kpi_version"),
                        row.getString("title"),
                        row.getString("unit"),
                        row.getString("formula")),
                Columns.requiredInstant(row, "window_start"),
                Columns.requiredInstant(row, "window_end"),
                Columns.decimal(row, "value"),
                row.getString("components"),
                row.getLong("fact_count"),
                row.getString("state"),
                row.getInteger("revision"),
                Columns.texts(row, "flags"),
                Columns.requiredInstant(row, "updated_at"),
                row.getString("measures"),
                row.getString("sources"),
                row.getString("facts"),
                row.getString("rates"));
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kpi", kpi);
        json.writeNumberField("version", definition.version());
        json.writeStringField("title", definition.title());
        json.writeStringField("unit", definition.unit());
        json.writeStringField("formula", definition.formula());
        json.writeStringField("window", window);
        Json.texts(json, "dimensions", dimensions);
        Json.instant(json, "windowStart", windowStart);
        Json.instant(json, "windowEnd", windowEnd);
        Json.decimal(json, "value", value);
        raw(json, "components", components);
        json.writeNumberField("count", count);
        json.writeStringField("state", state);
        json.writeNumberField("revision", revision);
        Json.texts(json, "flags", flags);
        Json.instant(json, "updatedAt", updatedAt);
        raw(json, "measures", measures);
        raw(json, "sources", sources);
        raw(json, "facts", facts);
        raw(json, "rates", rates);
        json.writeEndObject();
    }

    private static void raw(JsonGenerator json, String field, String value) throws IOException {
        json.writeFieldName(field);
        json.writeRawValue(value);
    }
}
