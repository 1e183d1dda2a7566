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
import java.util.function.Predicate;
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

    String value(Kpi kpi, String column) {
        return ValueSql.of(kpi.value(), layout, m -> column + m).micros();
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
    String moved(Kpi kpi, String column) {
        List<Linear> parts = kpi.components().isEmpty()
                ? List.of((Linear) kpi.value())
                : kpi.components().stream().map(Kpi.Component::value).toList();
        return parts.stream()
                .map(part -> ValueSql.sum(part, layout, m -> column + m) + " <> 0")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    String any(List<Measure> measures, String column) {
        return measures.stream()
                .map(measure -> column + layout.indexOf(measure) + " <> 0")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    List<Measure> layout() {
        return layout;
    }

    boolean hasSeries(Predicate<Measure> which) {
        return layout.stream().anyMatch(which);
    }
}
