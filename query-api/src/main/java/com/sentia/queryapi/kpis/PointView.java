package com.sentia.queryapi.kpis;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sentia.queryapi.database.Columns;
import com.sentia.queryapi.http.Json;
import com.sentia.queryapi.http.View;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change point: the value of the window that ends (exclusive) at {@code windowEnd}, which holds on until the next.
 * The value is null where a ratio has no denominator.
 */
public record PointView(
        Instant windowEnd,
        @Nullable BigDecimal value,
        Map<String, BigDecimal> components,
        long count,
        String state,
        int revision,
        List<String> flags,
        Instant updatedAt)
        implements View {
    public PointView {
        flags = List.copyOf(flags);
    }

    /** Reads the columns that every question about values shares. */
    public static PointView from(Row row) {
        return new PointView(
                Columns.requiredInstant(row, "window_end"),
                Columns.decimal(row, "value"),
                components(Columns.texts(row, "component_names"), Columns.decimals(row, "components")),
                row.getLong("fact_count"),
                row.getString("state"),
                row.getInteger("revision"),
                Columns.texts(row, "flags"),
                Columns.requiredInstant(row, "updated_at"));
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        writeFieldsTo(json);
        json.writeEndObject();
    }

    /** The fields alone, for a view that has more of its own. */
    public void writeFieldsTo(JsonGenerator json) throws IOException {
        Json.instant(json, "windowEnd", windowEnd);
        Json.decimal(json, "value", value);
        if (!components.isEmpty()) {
            json.writeObjectFieldStart("components");
            for (Map.Entry<String, BigDecimal> component : components.entrySet()) {
                Json.decimal(json, component.getKey(), component.getValue());
            }
            json.writeEndObject();
        }
        json.writeNumberField("count", count);
        json.writeStringField("state", state);
        json.writeNumberField("revision", revision);
        Json.texts(json, "flags", flags);
        Json.instant(json, "updatedAt", updatedAt);
    }

    private static Map<String, BigDecimal> components(List<String> names, List<BigDecimal> values) {
        Map<String, BigDecimal> components = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
            components.put(names.get(i), values.get(i));
        }
        return components;
    }
}
