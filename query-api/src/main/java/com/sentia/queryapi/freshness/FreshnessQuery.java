package com.sentia.queryapi.freshness;

import com.sentia.queryapi.database.Columns;
import com.sentia.queryapi.database.Database;
import com.sentia.queryapi.database.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reads how far sources and KPIs are. */
public final class FreshnessQuery {
    private static final String SOURCES = Sql.beside(FreshnessQuery.class, "sources.sql");
    private static final String PROGRESS = Sql.beside(FreshnessQuery.class, "progress.sql");

    private final Database database;

    public FreshnessQuery(Database database) {
        this.database = database;
    }

    Future<List<SourceView>> sources(Instant newest) {
        return database.rows(SOURCES, Tuple.tuple(), row -> source(row, newest));
    }

    Future<List<ProgressView>> progress() {
        return database.rows(
                PROGRESS,
                Tuple.tuple(),
                row -> new ProgressView(
                        row.getString("kpi"),
                        row.getString("time_window"),
                        row.getString("source"),
                        Columns.instant(row, "final_to"),
                        Columns.instant(row, "complete_to")));
    }

    private static SourceView source(Row row, Instant newest) {
        Instant completeTo = Columns.requiredInstant(row, "complete_to");
        Duration lag = Duration.between(completeTo, newest);
        return new SourceView(
                row.getString("vendor"),
                row.getString("unit"),
                row.getString("entity"),
                completeTo,
                lag.isNegative() ? Duration.ZERO : lag,
                Columns.requiredInstant(row, "at"),
                row.getDouble("silent_seconds"));
    }
}
