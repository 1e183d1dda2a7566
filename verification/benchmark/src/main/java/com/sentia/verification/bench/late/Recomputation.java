package com.sentia.verification.bench.late;

import com.sentia.analytics.kpi.Window;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Computes values from all order lines in one SQL statement, as a batch would: slices of a step, then sums over them. */
final class Recomputation {
    private static final String SQL = """
            with slice as (
                select date_bin(make_interval(secs => ?), at, timestamptz 'epoch') + make_interval(secs => ?) as slice_end,
                       sum(amount_micros) as amount_micros, sum(units) as units, sum(orders) as orders
                from bench_line
                where ?::text is null or region = ?
                group by 1
            ),
            step as (
                select slice_end
                from generate_series(?::timestamptz + make_interval(secs => ?), ?::timestamptz, make_interval(secs => ?))
                    as slice_end
            )
            select (extract(epoch from slice_end) * 1000000)::bigint as window_end,
                   case ?::text
                       when 'net_sales' then sum(coalesce(amount_micros, 0)) over recent / 1000000::numeric
                       when 'units' then sum(coalesce(units, 0)) over recent
                       when 'orders' then sum(coalesce(orders, 0)) over recent
                   end as value
            from step
            left join slice using (slice_end)
            window recent as (order by slice_end rows between %d preceding and current row)
            order by 1""";

    private final Connection connection;
    private final Instant end;

    /** @param end of the last window wanted */
    Recomputation(Connection connection, Instant end) {
        this.connection = connection;
        this.end = end;
    }

    /** Value by window end in microseconds. */
    NavigableMap<Long, BigDecimal> values(Series series) throws SQLException {
        Window.Rolling window = series.rolling();
        double step = window.step() / 1e6;
        // A window function's frame takes no parameter; this is a number of ours.
        try (PreparedStatement statement =
                connection.prepareStatement(SQL.formatted(window.size() / window.step() - 1))) {
            statement.setDouble(1, step);
            statement.setDouble(2, step);
            statement.setString(3, series.region());
            statement.setString(4, series.region());
            statement.setString(5, Sales.BEGIN.toString());
            statement.setDouble(6, step);
            statement.setString(7, end.toString());
            statement.setDouble(8, step);
            statement.setString(9, series.kpi());
            try (ResultSet rows = statement.executeQuery()) {
                NavigableMap<Long, BigDecimal> values = new TreeMap<>();
                while (rows.next()) {
                    values.put(rows.getLong(1), rows.getBigDecimal(2));
                }
                return values;
            }
        }
    }
}
