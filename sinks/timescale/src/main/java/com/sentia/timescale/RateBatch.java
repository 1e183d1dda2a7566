package com.sentia.timescale;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One flush of rates. Of versions of one currency and day the highest has the last word, in a batch and against what is there; what
 * is superseded goes to history with since when and until when it held. So any number of writers may write the same, in any
 * order and again.
 *
 * <p>Writers take turns: what one supersedes no other may change between the look at it and the write. Rates are few.
 */
final class RateBatch implements BatchWriter<RateRow> {
    private static final String TAKE_TURN = "lock table fx_rate in share row exclusive mode";
    private static final List<Column<RateRow>> COLUMNS = List.of(
            Column.text(RateRow::currency),
            Column.bigint(RateRow::day),
            Column.text(RateRow::quote),
            Column.values("numeric", RateRow::rate),
            Column.text(RateRow::unit),
            Column.bigint(RateRow::updatedAtMicros),
            Column.integer(RateRow::feedRank),
            Column.bigint(RateRow::fetchedAtMicros));

    /** The primary key. */
    private record Key(String currency, long day) {}

    @Override
    public void write(Connection connection, List<RateRow> batch) throws SQLException {
        Map<Key, RateRow> highest = new LinkedHashMap<>();
        for (RateRow row : batch) {
            highest.merge(
                    new Key(row.currency(), row.day()), row, (one, other) -> other.isNewerThan(one) ? other : one);
        }
        List<RateRow> rows = new ArrayList<>(highest.values());
        if (rows.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(TAKE_TURN);
        }
        Statements.update(connection, "sql/keep-superseded-rates.sql", COLUMNS, rows);
        Statements.update(connection, "sql/upsert-rates.sql", COLUMNS, rows);
    }
}
