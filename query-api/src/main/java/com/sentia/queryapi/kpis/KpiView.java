package com.sentia.queryapi.kpis;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sentia.queryapi.http.Json;
import com.sentia.queryapi.http.View;
import java.io.IOException;
import java.util.List;

/** One KPI of the catalogue: what it means, and for which dimensions and windows it has values by now. */
public record KpiView(
        String kpi,
        int version,
        String title,
        String unit,
        String formula,
        List<String> components,
        List<DimensionSet> dimensionSets)
        implements View {
    public KpiView {
        components = List.copyOf(components);
        dimensionSets = List.copyOf(dimensionSets);
    }

    /** Dimension names that values exist for together, their windows, and how many series there are in all. */
    public record DimensionSet(List<String> names, List<String> windows, long series) implements View {
        public DimensionSet {
            names = List.copyOf(names);
            windows = List.copyOf(windows);
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeStartObject();
            Json.texts(json, "dimensions", names);
            Json.texts(json, "windows", windows);
            json.writeNumberField("series", series);
            json.writeEndObject();
        }
    }

    /** Every window any of its dimension sets has. */
    public List<String> windows() {
        return dimensionSets.stream()
                .flatMap(set -> set.windows().stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kpi", kpi);
        json.writeNumberField("version", version);
        json.writeStringField("title", title);
        json.writeStringField("unit", unit);
        json.writeStringField("formula", formula);
        Json.texts(json, "components", components);
        Json.views(json, "dimensionSets", dimensionSets);
        json.writeEndObject();
    }
}
