package com.sentia.queryapi.explain;

import com.sentia.queryapi.database.Columns;
import com.sentia.queryapi.database.Database;
import com.sentia.queryapi.database.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** Reads what is behind one value. */
public final class ExplainQuery {
    private static final String SQL = Sql.beside(ExplainQuery.class, "explain.sql");

    private final Database database;

    public ExplainQuery(Database database) {
        this.database = database;
    }

    /** Empty where there is no such series, or nothing was in the window. */
    Future<Optional<ExplainView>> explain(ExplainQuestion question) {
        Tuple values = Tuple.of(
                question.kpi(),
                Columns.bound(question.dimensions()),
                question.window().text(),
                question.windowEnd().map(Columns::bound).orElse(null),
                question.facts());
        return database.rows(SQL, values, row -> ExplainView.from(question, row))
                .map(rows -> rows.stream().findFirst());
    }
}
