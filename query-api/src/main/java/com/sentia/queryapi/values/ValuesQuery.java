package com.sentia.queryapi.values;

import com.sentia.queryapi.database.Columns;
import com.sentia.queryapi.database.Database;
import com.sentia.queryapi.database.Sql;
import com.sentia.queryapi.kpis.PointView;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the newest value of each series of a KPI. */
public final class ValuesQuery {
    private static final String SQL = Sql.beside(ValuesQuery.class, "values.sql");
    private static final String AS_OF = Sql.beside(ValuesQuery.class, "values-as-of.sql");
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9000-01-01T00:00:00Z");

    private final Database database;

    public ValuesQuery(Database database) {
        this.database = database;
    }

    /** One value more than the limit when there are more. */
    Future<List<ValueView>> values(ValuesQuestion question, Optional<Instant> asOf) {
        Tuple values = Tuple.of(
                question.kpi(),
                question.window().text(),
                question.by().map(names -> names.toArray(String[]::new)).orElse(null),
                Columns.bound(question.dimensions()),
                Columns.bound(after(question, asOf)),
                Columns.bound(question.at().orElse(LAST)),
                question.order().text(),
                (long) question.limit() + 1);
        question.knownAt()
                .ifPresent(knownAt -> values.addValue(Columns.bound(knownAt))
                        .addValue(question.at().isEmpty()));
        return database.rows(
                question.knownAt().isPresent() ? AS_OF : SQL,
                values,
                row -> new ValueView(Columns.textMap(row, "dimensions"), PointView.from(row)));
    }

    /**
     * Values of rolling windows hold on, so any earlier one will do. A calendar window's doesn't: of now only the
     * running one counts, and at a given instant only the last that had ended. Of what was known earlier the newest counts,
     * as nobody noted which was running then.
     */
    private static Instant after(ValuesQuestion question, Optional<Instant> asOf) {
        if (!question.window().isCalendar()) {
            return FIRST;
        }
        return question.at()
                .map(at -> at.minus(question.window().longest()))
                .or(() -> question.knownAt().isPresent() ? Optional.empty() : asOf)
                .orElse(FIRST);
    }
}
