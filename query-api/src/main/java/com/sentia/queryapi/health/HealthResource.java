package com.sentia.queryapi.health;

import com.sentia.queryapi.database.Database;
import com.sentia.queryapi.database.Sql;
import com.sentia.queryapi.http.Endpoint;
import com.sentia.queryapi.http.View;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Set;

/** Answers whether this process lives, and whether it can answer: it can't without a prepared database. */
public final class HealthResource {
    private static final String READY = Sql.beside(HealthResource.class, "ready.sql");

    private final Database database;

    public HealthResource(Database database) {
        this.database = database;
    }

    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("/health/live", Set.of(), parameters -> Future.succeededFuture(live())),
                new Endpoint("/health/ready", Set.of(), parameters -> ready()));
    }

    private static View live() {
        return json -> {
            json.writeStartObject();
            json.writeStringField("status", "live");
            json.writeEndObject();
        };
    }

    private Future<View> ready() {
        return database.rows(
                        READY,
                        Tuple.tuple(),
                        row -> new ReadyView(row.getBoolean("has_kpis"), row.getBoolean("has_values")))
                .map(rows -> rows.get(0));
    }
}
