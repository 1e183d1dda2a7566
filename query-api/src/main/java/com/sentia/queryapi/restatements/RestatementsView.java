package com.sentia.queryapi.restatements;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sentia.queryapi.http.Json;
import com.sentia.queryapi.http.View;
import java.io.IOException;
import java.util.List;

/** What changed a window after it was final, and whether there is more than was asked for. */
record RestatementsView(RestatementsQuestion question, List<RestatementView> restatements, boolean hasMore)
        implements View {
    static RestatementsView of(RestatementsQuestion question, List<RestatementView> found) {
        int shown = Math.min(found.size(), question.limit());
        return new RestatementsView(question, found.subList(0, shown), found.size() > shown);
    }

    RestatementsView {
        restatements = List.copyOf(restatements);
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kpi", question.kpi());
        json.writeStringField("window", question.window().text());
        Json.texts(json, "dimensions", question.dimensions());
        Json.instant(json, "windowEnd", question.windowEnd());
        Json.views(json, "restatements", restatements);
        json.writeBooleanField("hasMore", hasMore);
        json.writeEndObject();
    }
}
