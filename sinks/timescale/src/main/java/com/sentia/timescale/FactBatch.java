package com.sentia.timescale;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One flush of current facts. An entity's row is the guard and the lock of its facts: who gets it for a higher version takes the
 * old facts away and writes the new ones; a version that is there already, or an older one, changes nothing. So any number of
 * writers may write the same, in any order and again: the highest version's facts stand.
 */
final class FactBatch implements BatchWriter<FactWrite> {
    private static final List<Column<FactWrite>> ENTITIES = List.of(
            Column.text(FactWrite::entity),
            Column.bigint(FactWrite::updatedAtMicros),
            Column.integer(FactWrite::feedRank),
            Column.bigint(FactWrite::fetchedAtMicros),
            Column.text(FactWrite::causeKind));
    private static final List<Column<FactWrite>> FORGOTTEN =
            List.of(Column.text(FactWrite::entity), Column.bigint(FactWrite::updatedAtMicros));
    private static final List<Column<Long>> IDS = List.of(Column.bigint(id -> id));
    private static final List<Column<Row>> FACTS = List.of(
            Column.bigint(Row::entityId),
            Column.bigint(row -> row.fact.timeMicros()),
            Column.integer(Row::place),
            Column.text(row -> row.fact.kind()),
            Column.text(row -> Json.texts(row.fact.attributes())),
            Column.text(row -> Json.decimals(row.fact.figures())));

    /** A fact with its entity's id, and its place among the entity's facts. */
    private record Row(long entityId, int place, FactRow fact) {}

    @Override
    public void write(Connection connection, List<FactWrite> batch) throws SQLException {
        Map<String, FactWrite> highest = new LinkedHashMap<>();
        Map<String, FactWrite> forgotten = new LinkedHashMap<>();
        for (FactWrite write : batch) {
            if (write.isForgotten()) {
                forgotten.put(write.entity(), write);
            } else {
                highest.merge(write.entity(), write, (one, other) -> other.isNewerThan(one) ? other : one);
            }
        }
        if (!highest.isEmpty()) {
            replace(connection, highest);
        }
        if (!forgotten.isEmpty()) {
            Statements.update(
                    connection, "sql/forget-fact-entities.sql", FORGOTTEN, new ArrayList<>(forgotten.values()));
        }
    }

    private static void replace(Connection connection, Map<String, FactWrite> highest) throws SQLException {
        List<Row> rows = new ArrayList<>();
        List<Long> known = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement(Statements.text("sql/upsert-fact-entities.sql"))) {
            Statements.bind(statement, ENTITIES, new ArrayList<>(highest.values()));
            try (ResultSet taken = statement.executeQuery()) {
                while (taken.next()) {
                    long id = taken.getLong("entity_id");
                    if (taken.getBoolean("is_known")) {
                        known.add(id);
                    }
                    addRows(
                            id,
                            Objects.requireNonNull(highest.get(taken.getString("entity")))
                                    .facts(),
                            rows);
                }
            }
        }
        if (!known.isEmpty()) {
            Statements.update(connection, "sql/delete-facts.sql", IDS, known);
        }
        if (!rows.isEmpty()) {
            Statements.update(connection, "sql/insert-facts.sql", FACTS, rows);
        }
    }

    private static void addRows(long entityId, List<FactRow> facts, List<Row> rows) {
        for (int place = 0; place < facts.size(); place++) {
            rows.add(new Row(entityId, place, facts.get(place)));
        }
    }
}
