package com.sentia.verification.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Fills the pipeline's tables with exactly what is expected, as a pipeline without faults would leave them. */
final class PipelineOfExpected {
    private PipelineOfExpected() {}

    /** Everything up to the given instant is final; UTC. */
    static void write(Recomputed file, Connection database, String finalTo) throws SQLException {
        try (Statement statement = database.createStatement()) {
            defineKpis(file, database);
            statement.execute("insert into kpi_active select kpi, 1 from kpi_definition where kpi_version = 1");
            statement.execute("""
                    insert into kpi_writer (job, subtask, parallelism, generation, final_to, counters)
                    select 'kpi', subtask, 2, subtask + 1, timestamptz '%s' + subtask * interval '1 day',
                           '{"versions_seen": 7, "retractions": 2, "restatements": 1, "late_records": 0}'
                    from generate_series(0, 1) as subtask
                    """.formatted(finalTo));
            copyValues(file, database);
            statement.execute("""
                    insert into kpi_series (kpi, kpi_version, dimensions, time_window) values ('units', 2, '{}', 'day');
                    insert into kpi_value (series_id, window_end, value, fact_count, revision, updated_at, generation, sequence)
                    select series_id, timestamptz '2011-03-27T00:00Z', 99, 1, 0, now(), 1, 1
                    from kpi_series where kpi_version = 2
                    """);
        }
    }

    /** Components stand in another order than the check's, the last one first; a version that is not active stands beside. */
    private static void defineKpis(Recomputed file, Connection database) throws SQLException {
        try (Statement components = file.workbench().connection().createStatement();
                ResultSet rows = components.executeQuery("select kpi, component_names[-1:] || component_names[1:-2]"
                        + " as component_names from kpi_components");
                PreparedStatement definition = database.prepareStatement("""
                        insert into kpi_definition
                        select ?, version, ?, 'GBP', ?, ?
                        from generate_series(1, 2) as version""")) {
            while (rows.next()) {
                String kpi = rows.getString("kpi");
                Object[] names = (Object[]) rows.getArray("component_names").getArray();
                definition.setString(1, kpi);
                definition.setString(2, kpi);
                definition.setString(3, kpi);
                definition.setArray(4, database.createArrayOf("text", names));
                definition.addBatch();
            }
            definition.executeBatch();
        }
    }

    private static void copyValues(Recomputed file, Connection database) throws SQLException {
        try (Statement expected = file.workbench().connection().createStatement();
                ResultSet rows = expected.executeQuery("""
                        select kpi, dimensions, time_window, window_end, cast(value as varchar) as value, fact_count,
                               [cast(component as varchar) for component in components[-1:] || components[1:-2]] as components
                        from (select *, [c for c in [component_1, component_2, component_3] if c is not null] as components
                              from expected) listed""");
                PreparedStatement series = database.prepareStatement("""
                        insert into kpi_series (kpi, kpi_version, dimensions, time_window)
                        values (?, 1, ?::jsonb, ?) on conflict do nothing""");
                PreparedStatement value = database.prepareStatement("""
                        insert into kpi_value
                        select series_id, to_timestamp(? / 1000000.0), ?::numeric / 1000000,
                               (select array_agg(component / 1000000 order by place)
                                from unnest(?::numeric[]) with ordinality as listed (component, place)),
                               ?, 0, '{}', now(), 1, 1
                        from kpi_series
                        where kpi = ? and dimensions = ?::jsonb and time_window = ?""")) {
            while (rows.next()) {
                series.setString(1, rows.getString("kpi"));
                series.setString(2, rows.getString("dimensions"));
                series.setString(3, rows.getString("time_window"));
                series.execute();
                value.setLong(1, rows.getLong("window_end"));
                value.setString(2, rows.getString("value"));
                Object[] components = (Object[]) rows.getArray("components").getArray();
                value.setArray(3, database.createArrayOf("numeric", components));
                value.setLong(4, rows.getLong("fact_count"));
                value.setString(5, rows.getString("kpi"));
                value.setString(6, rows.getString("dimensions"));
                value.setString(7, rows.getString("time_window"));
                value.addBatch();
            }
            value.executeBatch();
        }
    }
}
