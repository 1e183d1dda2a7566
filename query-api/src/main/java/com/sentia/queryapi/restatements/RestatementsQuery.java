package com.sentia.queryapi.restatements;

import com.sentia.queryapi.database.Columns;
import com.sentia.queryapi.database.Database;
import com.sentia.queryapi.database.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** Reads the restatement ledger. */
public final class RestatementsQuery {
    private static final String SQL = Sql.beside(RestatementsQuery.class, "restatements.sql");

    private final Database database;

    public RestatementsQuery(Database database) {
        this.database = database;
    }

    /** Earliest first; one more than the limit when there are more. */
    Future<List<RestatementView>> restatements(RestatementsQuestion question) {
        Tuple values = Tuple.of(
                question.kpi(),
                Columns.bound(question.dimensions()),
                question.window().text(),
                Columns.bound(question.windowEnd()),
                (long) question.limit() + 1);
        return database.rows(SQL, values, RestatementView::from);
    }
}
