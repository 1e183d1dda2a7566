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
            // Components stand in another order than the check's, and a version that is not active stands beside.
            statement.execute("""
                    insert into kpi_definition
                    select kpi, version, kpi, 'GBP', kpi,
                           case kpi when 'net_sales' then array['returns', 'gross_sales', 'discounts']
                                    when 'aov' then array['orders', 'net_sales']
                                    when 'refund_rate' then array['returns', 'gross_sales'] else array[]::text[] end
                    from unnest(array['gross_sales', 'discounts', 'returns', 'net_sales', 'orders', 'units', 'aov',
                                      'refund_rate', 'customers']) as kpi
                    cross join generate_series(1, 2) as version;
                    insert into kpi_active select kpi, 1 from kpi_definition where kpi_version = 1
                    """);
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

    private static void copyValues(Recomputed file, Connection database) throws SQLException {
        try (Statement expected = file.workbench().connection().createStatement();
                ResultSet rows = expected.executeQuery("from expected");
                PreparedStatement series = database.prepareStatement("""
                        insert into kpi_series (kpi, kpi_version, dimensions, time_window)
                        values (?, 1, ?::jsonb, ?) on conflict do nothing""");
                PreparedStatement value = database.prepareStatement("""
                        insert into kpi_value
                        select series_id, to_timestamp(? / 1000000.0), ?::numeric / 1000000,
                               case kpi when 'net_sales' then array[c3, c1, c2] when 'aov' then array[c2, c1]
                                        when 'refund_rate' then array[c1, c2] end,
                               ?, 0, '{}', now(), 1, 1
                        from kpi_series
                        cross join (select ?::numeric / 1000000 as c1, ?::numeric / 1000000 as c2, ?::numeric / 1000000 as c3) c
                        where kpi = ? and dimensions = ?::jsonb and time_window = ?""")) {
            while (rows.next()) {
                series.setString(1, rows.getString("kpi"));
                series.setString(2, rows.getString("dimensions"));
                series.setString(3, rows.getString("time_window"));
                series.execute();
                value.setLong(1, rows.getLong("window_end"));
                value.setString(2, rows.getString("value"));
                value.setLong(3, rows.getLong("fact_count"));
                value.setString(4, rows.getString("component_1"));
                value.setString(5, rows.getString("component_2"));
                value.setString(6, rows.getString("component_3"));
                value.setString(7, rows.getString("kpi"));
                value.setString(8, rows.getString("dimensions"));
                value.setString(9, rows.getString("time_window"));
                value.addBatch();
            }
            value.executeBatch();
        }
    }
}
