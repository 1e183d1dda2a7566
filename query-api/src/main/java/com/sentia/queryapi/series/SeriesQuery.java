package com.sentia.queryapi.series;

import com.sentia.queryapi.database.Columns;
import com.sentia.queryapi.database.Database;
import com.sentia.queryapi.database.Sql;
import com.sentia.queryapi.kpis.PointView;
import com.sentia.queryapi.kpis.Window;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads series of several KPIs, all change points or the last of each cell of a grid. */
public final class SeriesQuery {
    private static final String SERIES = Sql.beside(SeriesQuery.class, "series.sql");
    private static final String AS_OF = Sql.beside(SeriesQuery.class, "series-as-of.sql");
    private static final String COUNT = Sql.beside(SeriesQuery.class, "series-count.sql");

    /** Narrower than any two change points are apart, so that no cell holds two. */
    private static final Duration EVERY_POINT = Duration.ofNanos(1_000);

    private final Database database;

    public SeriesQuery(Database database) {
        this.database = database;
    }

    /** A span of window ends: after {@code from}, up to {@code to}. */
    public record Range(Instant from, Instant to) {}

    /** Whether one series has more than {@code most} change points in the range. */
    Future<Boolean> hasMoreThan(int most, String kpi, Window window, Map<String, String> dimensions, Range range) {
        Tuple values = Tuple.of(
                kpi,
                window.text(),
                Columns.bound(dimensions),
                Columns.bound(range.from()),
                Columns.bound(range.to()),
                most + 1L);
        return database.rows(COUNT, values, row -> row.getLong("points")).map(points -> points.get(0) > most);
    }

    /**
     * The series there are, by KPI, with at most {@code most} points each. Null asks for every KPI. A KPI without a
     * point in the range and none before it is left out.
     *
     * @param knownAt what was known at this time of the clock on the wall; empty for now
     */
    public Future<Map<String, SeriesRows>> series(
            @Nullable List<String> kpis,
            Window window,
            Map<String, String> dimensions,
            Range range,
            Optional<Duration> cell,
            int most,
            Optional<Instant> knownAt) {
        Tuple values = Tuple.of(
                kpis == null ? null : kpis.toArray(String[]::new),
                window.text(),
                Columns.bound(dimensions),
                Columns.bound(range.from()),
                Columns.bound(range.to()),
                cell.orElse(EVERY_POINT).toNanos() / 1e9,
                !window.isCalendar(),
                (long) most);
        knownAt.ifPresent(at -> values.addValue(Columns.bound(at)));
        return database.rows(knownAt.isPresent() ? AS_OF : SERIES, values, Found::from)
                .map(SeriesQuery::byKpi);
    }

    private static Map<String, SeriesRows> byKpi(List<Found> rows) {
        Map<String, List<Found>> byKpi = new LinkedHashMap<>();
        rows.forEach(row ->
                byKpi.computeIfAbsent(row.kpi(), kpi -> new ArrayList<>()).add(row));
        Map<String, SeriesRows> series = new LinkedHashMap<>();
        byKpi.forEach((kpi, found) -> series.put(
                kpi,
                new SeriesRows(
                        found.get(0).version(),
                        found.get(0).unit(),
                        found.stream().filter(Found::carried).map(Found::point).findFirst(),
                        found.stream()
                                .filter(row -> !row.carried())
                                .map(Found::point)
                                .toList())));
        return series;
    }

    private record Found(String kpi, int version, String unit, boolean carried, PointView point) {
        static Found from(Row row) {
            return new Found(
                    row.getString("kpi"),
                    row.getInteger("kpi_version"),
                    row.getString("unit"),
                    row.getString("part").equals("CARRIED"),
                    PointView.from(row));
        }
    }
}
