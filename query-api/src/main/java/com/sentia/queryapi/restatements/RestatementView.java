package com.sentia.queryapi.restatements;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sentia.queryapi.database.Columns;
import com.sentia.queryapi.http.Json;
import com.sentia.queryapi.http.View;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the restatement ledger.
 *
 * @param firstDelta the value's change at {@code firstEnd}; null where there was or is no value
 */
record RestatementView(
        Instant restatedAt,
        String causeKind,
        String causeKey,
        String causeVersion,
        Instant firstEnd,
        Instant lastEnd,
        @Nullable BigDecimal firstDelta)
        implements View {

    static RestatementView from(Row row) {
        return new RestatementView(
                Columns.requiredInstant(row, "restated_at"),
                row.getString("cause_kind"),
                row.getString("cause_key"),
                row.getString("cause_version"),
                Columns.requiredInstant(row, "first_end"),
                Columns.requiredInstant(row, "last_end"),
                Columns.decimal(row, "first_delta"));
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        Json.instant(json, "restatedAt", restatedAt);
        json.writeStringField("causeKind", causeKind);
        json.writeStringField("causeKey", causeKey);
        json.writeStringField("causeVersion", causeVersion);
        Json.instant(json, "firstEnd", firstEnd);
        Json.instant(json, "lastEnd", lastEnd);
        Json.decimal(json, "firstDelta", firstDelta);
        json.writeEndObject();
    }
}
