package com.sentia.jobs.kpi.recomputed;

import com.sentia.analytics.kpi.Aggregate.Members;
import com.sentia.analytics.kpi.Aggregate.Sum;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.Linear;
import com.sentia.analytics.kpi.Measure;
import com.sentia.analytics.kpi.Window;
import com.sentia.analytics.kpi.Window.Rolling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The KPIs of one dimension set in SQL; measures are numbered here, in an order of our own. */
final class SetSql {
    private final DimensionSet set;
    private final List<Measure> layout;

    SetSql(DimensionSet set) {
        this.set = set;
        this.layout = set.kpis().stream()
                .flatMap(kpi -> Stream.concat(kpi.counted().stream(), kpi.measures().stream()))
                .distinct()
                .toList();
    }

    List<Kpi> kpis() {
        return set.kpis();
    }

    /** Which facts of {@code signed_fact} count for which measure of which series. */
    String contributions() {
        List<String> selects = new ArrayList<>();
        for (int m = 0; m < layout.size(); m++) {
            Measure measure = layout.get(m);
            if (measure.fact().attributes().containsAll(set.dimensions())) {
                selects.add(contributions(m, measure));
            }
        }
        return "create or replace table contribution as\n" + String.join("\nunion all\n", selects);
    }

    private String contributions(int m, Measure measure) {
        FactKind kind = measure.fact();
        String figure = measure.aggregate() instanceof Sum sum ? sum.figure().key() : "1";
        String member = "null::varchar";
        List<String> where = new ArrayList<>(List.of("fact = '" + kind.key() + "'"));
        measure.where()
                .forEach((attribute, value) -> where.add(
                        attribute.key() + (value.equals(Measure.ANY) ? " is not null" : " = '" + value + "'")));
        if (measure.aggregate() instanceof Members members) {
            figure = "0";
            member = members.attribute().key();
            where.add(member + " is not null");
        }
        return "select seq, %s as series, %d as m, t, sign * %s as v, sign as c, %s as member from signed_fact where %s"
                .formatted(series(), m, figure, member, String.join(" and ", where));
    }

    private String series() {
        return set.dimensions().stream()
                .map(Attribute::key)
                .sorted(Comparator.naturalOrder())
                .map(key -> "'" + key + "=' || coalesce(" + key + ", 'none')")
                .collect(Collectors.joining(" || ',' || ", "", set.dimensions().isEmpty() ? "''" : ""));
    }

    /** The windows with the ends that facts come in and, of rolling ones, fall out at. */
    String windows() {
        return set.windows().stream()
                .map(SetSql::window)
                .collect(Collectors.joining(
                        ", ",
                        "create or replace table time_window as from (values ",
                        ") as listed (time_window, size, step)"));
    }

    private static String window(Window window) {
        return window instanceof Rolling rolling
                ? "('%s', %d, %d)".formatted(rolling.name(), rolling.size(), rolling.step())
                : "('%s', null, null)".formatted(window.name());
    }

    /** How many facts a member needs to be counted, by measure; none where no measure counts members. */
    String memberMeasures() {
        return IntStream.range(0, layout.size())
                .filter(m -> layout.get(m).aggregate() instanceof Members)
                .mapToObj(m -> "(" + m + ", " + ((Members) layout.get(m).aggregate()).atLeast() + ")")
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "),
                        rows -> "create or replace table member_measure as "
                                + (rows.isEmpty()
                                        ? "select 0 as m, 1 as at_least where false"
                                        : "from (values " + rows + ") as listed (m, at_least)")));
    }

    /** From {@code delta} per measure to one row per end: {@code d} what came, {@code v} the sum, {@code c} the number of facts. */
    String wide() {
        String moved = columns("coalesce(sum(v) filter (m = %1$d), 0)::hugeint as d%1$d,"
                + " coalesce(sum(c) filter (m = %1$d), 0)::bigint as n%1$d");
        String running = columns("d%1$d, case when step is null then d%1$d else sum(d%1$d) over so_far end as v%1$d,"
                + " case when step is null then n%1$d else sum(n%1$d) over so_far end as c%1$d");
        return "create or replace table at_end as with moved as (select time_window, step, series, e, " + moved
                + " from delta group by all) select time_window, step, series, e, " + running
                + " from moved window so_far as (partition by time_window, series order by e)";
    }

    private String columns(String pattern) {
        return IntStream.range(0, layout.size()).mapToObj(pattern::formatted).collect(Collectors.joining(", "));
    }

    /** The rows a KPI must have. */
    String rows(Kpi kpi) {
        return "insert into expected select '%s', series, time_window, e, %s::varchar, %s, %s from at_end where %s"
                .formatted(kpi.name(), value(kpi, "v"), components(kpi), count(kpi), isRow(kpi));
    }

    private String components(Kpi kpi) {
        return kpi.components().isEmpty()
                ? "''"
                : kpi.components().stream()
                        .map(component ->
                                "(" + ValueSql.sumMicros(component.value(), layout, m -> "v" + m) + ")::varchar")
                        .collect(Collectors.joining(", ", "concat_ws(',', ", ")"));
    }

    private String count(Kpi kpi) {
        return kpi.counted().stream()
                .map(measure -> "c" + layout.indexOf(measure))
                .collect(Collectors.joining(" + ", "(", ")::bigint"));
    }

    /** A calendar window that holds a fact has a row; a rolling one where value or components differ from the step before. */
    private String isRow(Kpi kpi) {
        String holdsFacts = any(kpi.measures(), "c");
        return "case when step is null then " + holdsFacts + " else " + moved(kpi, "d") + " end";
    }

    /** Whether value or components moved, given what each sum moved by. */
    private String moved(Kpi kpi, String column) {
        List<Linear> parts = kpi.components().isEmpty()
                ? List.of((Linear) kpi.value())
                : kpi.components().stream().map(Kpi.Component::value).toList();
        return parts.stream()
                .map(part -> ValueSql.sum(part, layout, m -> column + m) + " <> 0")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** From {@code delta} per measure to one row per late version and stretch of ends over which it changes the same: {@code x}, and {@code y} facts. */
    String changing() {
        String moved = columns("coalesce(sum(v) filter (m = %1$d), 0)::hugeint as d%1$d,"
                + " coalesce(sum(c) filter (m = %1$d), 0)::bigint as n%1$d");
        String running = columns("case when step is null then d%1$d else sum(d%1$d) over so_far end as x%1$d,"
                + " case when step is null then n%1$d else sum(n%1$d) over so_far end as y%1$d");
        return "create or replace table changing as with moved as (select seq, time_window, step, series, e, " + moved
                + " from delta group by all), stretch as (select seq, time_window, step, series, e as from_end,"
                + " case when step is null then e else lead(e) over so_far - step end as until, " + running
                + " from moved window so_far as (partition by seq, time_window, series order by e))"
                + " select stretch.* replace (least(until, case when step is null then until else final_to // step * step end)"
                + " as until) from stretch join late using (seq) where from_end <= final_to and "
                + columns("x%1$d <> 0 or y%1$d <> 0").replace(", ", " or ").transform(any -> "(" + any + ")");
    }

    /** Joins what the sums were before a version ({@code b}, {@code n}) and are after it ({@code a}, {@code c}). */
    String changes() {
        String before = columns("coalesce(sum(v) filter (m = %1$d), 0)::hugeint as b%1$d,"
                + " coalesce(sum(c) filter (m = %1$d), 0)::bigint as n%1$d");
        String after = columns("coalesce(b%1$d, 0) as b%1$d, coalesce(n%1$d, 0) as n%1$d, x%1$d,"
                + " coalesce(b%1$d, 0) + x%1$d as a%1$d, coalesce(n%1$d, 0) + y%1$d as c%1$d");
        return "create or replace table change as with was as (select seq, time_window, series, from_end, " + before
                + " from before group by all) select seq, time_window, step, series, from_end, until, " + after
                + " from changing left join was using (seq, time_window, series, from_end)";
    }

    /** Where a KPI's value or components were changed behind finality. */
    String changed(Kpi kpi) {
        String was = any(kpi.measures(), "n");
        String is = any(kpi.measures(), "c");
        return ("insert into changed select '%s', series, time_window, from_end, until, seq, (%s - %s)::varchar from change"
                        + " where case when step is null then %s <> %s or (%s and %s) else %s end")
                .formatted(kpi.name(), value(kpi, "a"), value(kpi, "b"), was, is, is, moved(kpi, "x"), moved(kpi, "x"));
    }

    private String value(Kpi kpi, String column) {
        return ValueSql.of(kpi.value(), layout, m -> column + m).micros();
    }

    private String any(List<Measure> measures, String column) {
        return measures.stream()
                .map(measure -> column + layout.indexOf(measure) + " <> 0")
                .collect(Collectors.joining(" or ", "(", ")"));
    }
}
