package com.sentia.queryapi.kpis;

import com.sentia.queryapi.database.Columns;
import com.sentia.queryapi.database.Database;
import com.sentia.queryapi.database.Sql;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the catalogue. */
public final class KpiQuery {
    private static final String KPIS = Sql.beside(KpiQuery.class, "kpis.sql");
    private static final String SERIES_EXISTS = Sql.beside(KpiQuery.class, "series-exists.sql");

    private static final String ACTIVATED_AT = Sql.beside(KpiQuery.class, "activated-at.sql");

    private final Database database;

    public KpiQuery(Database database) {
        this.database = database;
    }

    public Future<List<KpiView>> kpis() {
        return database.rows(KPIS, Tuple.tuple(), KpiQuery::view);
    }

    /** Whether there is a series for exactly these members. */
    public Future<Boolean> hasSeries(String kpi, Window window, Map<String, String> dimensions) {
        Tuple values = Tuple.of(kpi, window.text(), Columns.bound(dimensions));
        return database.rows(SERIES_EXISTS, values, row -> row.getBoolean("found"))
                .map(rows -> rows.get(0));
    }

    /** Since when the version is shown that is shown now; empty when there is no such KPI. */
    public Future<Optional<Instant>> activatedAt(String kpi) {
        return database.rows(ACTIVATED_AT, Tuple.of(kpi), row -> Columns.requiredInstant(row, "activated_at"))
                .map(rows -> rows.stream().findFirst());
    }

    private static KpiView view(Row row) {
        List<KpiView.DimensionSet> sets = row.getJsonArray("dimension_sets").stream()
                .map(JsonObject.class::cast)
                .map(set -> new KpiView.DimensionSet(
                        texts(set.getJsonArray("names")), texts(set.getJsonArray("windows")), set.getLong("series")))
                .toList();
        return new KpiView(
                row.getString("kpi"),
                row.getInteger("kpi_version"),
                row.getString("title"),
                row.getString("unit"),
                row.getString("formula"),
                Columns.texts(row, "component_names"),
                sets);
    }

    private static List<String> texts(JsonArray array) {
        return array.stream().map(String.class::cast).toList();
    }
}
