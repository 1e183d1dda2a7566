package com.sentia.queryapi.headline;

import com.sentia.queryapi.database.DataClock;
import com.sentia.queryapi.http.Endpoint;
import com.sentia.queryapi.http.Parameters;
import com.sentia.queryapi.http.View;
import com.sentia.queryapi.kpis.PointView;
import com.sentia.queryapi.series.Resolution;
import com.sentia.queryapi.series.SeriesQuery;
import com.sentia.queryapi.series.SeriesRows;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers all KPIs at a glance, in one request; asked by the page every second or two. */
public final class HeadlineResource {
    private final SeriesQuery query;
    private final DataClock clock;

    public HeadlineResource(SeriesQuery query, DataClock clock) {
        this.query = query;
        this.clock = clock;
    }

    public Endpoint endpoint() {
        return new Endpoint("/v1/headline", HeadlineQuestion.PARAMETERS, this::answer);
    }

    private Future<View> answer(Parameters parameters) {
        HeadlineQuestion question = HeadlineQuestion.from(parameters);
        return clock.now()
                .compose(asOf -> asOf.isEmpty()
                        ? Future.succeededFuture(view(question, asOf, List.of()))
                        : answer(question, asOf.get()));
    }

    private Future<View> answer(HeadlineQuestion question, Instant asOf) {
        SeriesQuery.Range line = question.line(asOf);
        Future<Map<String, SeriesRows>> lines = query.series(
                null,
                question.window(),
                question.dimensions(),
                line,
                Optional.of(Resolution.fitting(line.from(), line.to(), question.maxPoints())),
                question.maxPoints(),
                Optional.empty());
        Future<Map<String, SeriesRows>> earlier = query.series(
                null,
                question.window(),
                question.dimensions(),
                question.oneSizeEarlier(asOf),
                Optional.empty(),
                1,
                Optional.empty());
        // Two questions: where a KPI was switched to another version in between, both are asked again.
        return Future.all(lines, earlier)
                .compose(both -> areOfOneVersion(lines.result(), earlier.result())
                        ? Future.succeededFuture(view(question, asOf, lines.result(), earlier.result()))
                        : answer(question, asOf));
    }

    private static boolean areOfOneVersion(Map<String, SeriesRows> lines, Map<String, SeriesRows> earlier) {
        return lines.entrySet().stream().allMatch(line -> {
            SeriesRows other = earlier.get(line.getKey());
            return other == null || other.version() == line.getValue().version();
        });
    }

    private static View view(
            HeadlineQuestion question, Instant asOf, Map<String, SeriesRows> lines, Map<String, SeriesRows> earlier) {
        return view(
                question,
                Optional.of(asOf),
                lines.entrySet().stream()
                        .map(entry -> question.window().isCalendar()
                                ? ofCalendar(entry.getKey(), entry.getValue(), asOf)
                                : rolling(
                                        entry.getKey(),
                                        entry.getValue(),
                                        Optional.ofNullable(earlier.get(entry.getKey()))))
                        .toList());
    }

    private static HeadlineView.Line rolling(String kpi, SeriesRows rows, Optional<SeriesRows> earlier) {
        List<PointView> points =
                Stream.concat(rows.carriedIn().stream(), rows.points().stream()).toList();
        return new HeadlineView.Line(kpi, rows.unit(), rows.newest(), earlier.flatMap(SeriesRows::carriedIn), points);
    }

    /** A calendar window's value is the running one's only while that has not ended; before it comes the newest that has. */
    private static HeadlineView.Line ofCalendar(String kpi, SeriesRows rows, Instant asOf) {
        Optional<PointView> running =
                rows.newest().filter(point -> point.windowEnd().isAfter(asOf));
        Optional<PointView> ended = rows.points().stream()
                .filter(point -> !point.windowEnd().isAfter(asOf))
                .reduce((first, second) -> second);
        return new HeadlineView.Line(kpi, rows.unit(), running, ended, rows.points());
    }

    private static View view(HeadlineQuestion question, Optional<Instant> asOf, List<HeadlineView.Line> lines) {
        return new HeadlineView(question.window().text(), question.dimensions(), asOf.orElse(null), lines);
    }
}
