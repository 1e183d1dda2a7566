package com.sentia.queryapi.database;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Tells the data's own time: the newest instant up to which any source is complete. A replay lives in virtual time, so
 * the wall clock says nothing about what is now. Empty before anything was counted.
 */
public final class DataClock {
    private static final String SQL = Sql.beside(DataClock.class, "data-clock.sql");

    private final Database database;

    public DataClock(Database database) {
        this.database = database;
    }

    public Future<Optional<Instant>> now() {
        return database.rows(
                        SQL,
                        Tuple.tuple(),
                        row -> Optional.ofNullable(row.getOffsetDateTime("as_of"))
                                .map(OffsetDateTime::toInstant))
                .map(rows -> rows.get(0));
    }
}
