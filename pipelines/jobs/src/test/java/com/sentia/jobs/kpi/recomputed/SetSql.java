package com.sentia.jobs.kpi.recomputed;

import com.sentia.analytics.kpi.Aggregate.Members;
import com.sentia.analytics.kpi.Aggregate.Rolled;
import com.sentia.analytics.kpi.Aggregate.Sum;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.Linear;
import com.sentia.analytics.kpi.Measure;
import com.sentia.analytics.kpi.Window;
import com.sentia.analytics.kpi.Window.Rolling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
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

    /** Of money two: the sum, and how many facts are worth what another day's rate says, and how many nothing for want of a rate. */
    private String contributions(int m, Measure measure) {
        String figure = measure.aggregate() instanceof Sum sum ? sum.figure().key() : "1";
        String member = "null::varchar";
        List<String> where = new ArrayList<>(List.of("fact = '" + measure.fact().key() + "'"));
        measure.where()
                .forEach((attribute, value) -> where.add(
                        attribute.key() + (value.equals(Measure.ANY) ? " is not null" : " = '" + value + "'")));
        if (measure.aggregate() instanceof Members members) {
            figure = "0";
            member = members.attribute().key();
            where.add(member + " is not null");
        }
        if (measure.aggregate() instanceof Rolled rolled) {
            return shares(m, rolled, where);
        }
        if (!isMoney(measure)) {
            return contributions(m, figure, "1", member, where);
        }
        String sum = contributions(m, "worth", "1", member, where);
        where.add("(estimated <> 0 or missing <> 0)");
        return sum + "\nunion all\n" + contributions(rates(m), "estimated", "missing", member, where);
    }

    private String contributions(int m, String figure, String count, String member, List<String> where) {
        return ("select seq, %s as series, %d as m, t, sign * %s as v, sign * %s as c, %s as member, 0 as part, 0 as whole"
                        + " from signed_fact where %s")
                .formatted(series(), m, figure, count, member, String.join(" and ", where));
    }

    /** Of a member's share part and whole. */
    private String shares(int m, Rolled rolled, List<String> where) {
        String member = rolled.attribute().key();
        return ("select seq, %s as series, %d as m, t, 0 as v, sign as c, %s as member, sign * %s as part, sign * %s as whole"
                        + " from signed_fact where %s and %s is not null")
                .formatted(
                        series(),
                        m,
                        member,
                        rolled.part().key(),
                        rolled.whole().key(),
                        String.join(" and ", where),
                        member);
    }

    /** Whether rates may have a part in it. */
    static boolean isMoney(Measure measure) {
        return measure.aggregate() instanceof Sum sum && sum.figure().isMoney();
    }

    /** The number under which is counted whose worth a measure of money rests on no rate of the day: estimated as sum, missing as count. */
    private int rates(int m) {
        return layout.size() + m;
    }

    /** The numbers of measures, and of what is counted of their rates. */
    private IntStream numbers() {
        return IntStream.concat(
                IntStream.range(0, layout.size()),
                IntStream.range(0, layout.size())
                        .filter(m -> isMoney(layout.get(m)))
                        .map(this::rates));
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

    /** The measures that multiply. */
    String rolledMeasures() {
        return IntStream.range(0, layout.size())
                .filter(m -> layout.get(m).aggregate() instanceof Rolled)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(
                        ", ", "create or replace table rolled_measure as select unnest([", "]::integer[]) as m"));
    }

    /**
     * From {@code delta} per measure to one row per end: {@code d} what came, {@code v} the sum, {@code c} the number of facts;
     * {@code w} and {@code u} the two one step before.
     */
    String wide() {
        String moved = columns("coalesce(sum(v) filter (m = %1$d), 0)::hugeint as d%1$d,"
                + " coalesce(sum(c) filter (m = %1$d), 0)::bigint as n%1$d");
        String running = columns("d%1$d, case when step is null then d%1$d else sum(d%1$d) over so_far end as v%1$d,"
                + " case when step is null then n%1$d else sum(n%1$d) over so_far end as c%1$d");
        return "create or replace table at_end as with moved as (select time_window, step, series, e, " + moved
                + " from delta group by all), running as (select time_window, step, series, e, " + columns("n%1$d")
                + ", " + running + " from moved window so_far as (partition by time_window, series order by e))"
                + " select *, " + columns("v%1$d - d%1$d as w%1$d, c%1$d - n%1$d as u%1$d") + " from running";
    }

    private String columns(String pattern) {
        return numbers().mapToObj(pattern::formatted).collect(Collectors.joining(", "));
    }

    /** The rows a KPI must have. */
    String rows(Kpi kpi) {
        return "insert into expected select '%s', series, time_window, e, %s::varchar, %s, %s, %s from at_end where %s"
                .formatted(
                        kpi.name(),
                        value(kpi, "v"),
                        components(kpi, "v"),
                        count(kpi),
                        flags(kpi, "v", "c"),
                        isRow(kpi));
    }

    private String components(Kpi kpi, String column) {
        return kpi.components().isEmpty()
                ? "''"
                : kpi.components().stream()
                        .map(component -> sum(component.value(), column).micros() + "::varchar")
                        .collect(Collectors.joining(", ", "concat_ws(',', ", ")"));
    }

    /** What is to be known of the rates behind it. */
    private String flags(Kpi kpi, String estimated, String missing) {
        return "concat_ws(',', case when %s then 'RATE_ESTIMATED' end, case when %s then 'RATE_MISSING' end)"
                .formatted(anyRate(kpi, estimated), anyRate(kpi, missing));
    }

    private String anyRate(Kpi kpi, String column) {
        return kpi.measures().stream()
                .filter(SetSql::isMoney)
                .map(measure -> column + rates(layout.indexOf(measure)) + " <> 0")
                .collect(Collectors.joining(" or ", "(false or ", ")"))
                .replace("(false or )", "false");
    }

    private ValueSql sum(Linear linear, String column) {
        return ValueSql.sum(linear, layout, m -> column + m);
    }

    private String count(Kpi kpi) {
        return kpi.counted().stream()
                .map(measure -> "c" + layout.indexOf(measure))
                .collect(Collectors.joining(" + ", "(", ")::bigint"));
    }

    /** A calendar window that holds a fact has a row; a rolling one where it differs from the step before. */
    private String isRow(Kpi kpi) {
        String holdsFacts = any(kpi.measures(), "c");
        return "case when step is null then %s else %s and %s end"
                .formatted(holdsFacts, moved(kpi, "d", "n", ValueSql::isNotNothing), differs(kpi, "v", "c", "w", "u"));
    }

    /** Whether value, components or flags differ, as they are shown. */
    private String differs(Kpi kpi, String sums, String counts, String otherSums, String otherCounts) {
        return "(%s is distinct from %s or %s <> %s or %s <> %s)"
                .formatted(
                        value(kpi, sums),
                        value(kpi, otherSums),
                        components(kpi, sums),
                        components(kpi, otherSums),
                        flags(kpi, sums, counts),
                        flags(kpi, otherSums, otherCounts));
    }

    /** Whether any sum that is shown, or what is known of its rates, moved, given what each moved by. */
    private String moved(Kpi kpi, String sums, String counts, Function<ValueSql, String> isMoved) {
        return "(%s or %s or %s)".formatted(movedSurely(kpi, sums, isMoved), anyRate(kpi, sums), anyRate(kpi, counts));
    }

    private String movedSurely(Kpi kpi, String sums, Function<ValueSql, String> isMoved) {
        List<Linear> parts = kpi.components().isEmpty()
                ? List.of((Linear) kpi.value())
                : kpi.components().stream().map(Kpi.Component::value).toList();
        return parts.stream().map(part -> isMoved.apply(sum(part, sums))).collect(Collectors.joining(" or ", "(", ")"));
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

    /**
     * Parts the stretches over which a version may change a KPI at some ends and not at others, as what it moves is less than a millionth, or flags
     * alone: at each end at which anything comes in or falls out.
     */
    String parted() {
        String isUnsure = kpis().stream()
                .map(kpi -> "(%s and not %s)"
                        .formatted(
                                moved(kpi, "x", "y", ValueSql::isNotNothing),
                                movedSurely(kpi, "x", ValueSql::isOneMicro)))
                .collect(Collectors.joining(" or ", "(", ")"));
        return "create or replace table changing as with moving as (select time_window, series, seq, e as moves from placed"
                + " where step is not null union select time_window, series, seq, e + size from placed where step is not null),"
                + " part as (select seq, time_window, series, from_end, from_end as begins from changing"
                + " union select changing.seq, time_window, series, from_end, moves from changing"
                + " join moving using (time_window, series)"
                + " where moving.seq < changing.seq and from_end < moves and moves <= until and " + isUnsure + "),"
                + " bounded as (select *, lead(begins) over (partition by seq, time_window, series, from_end order by begins)"
                + " as next from part)"
                + " select changing.* replace (begins as from_end, coalesce(next - step, until) as until)"
                + " from changing join bounded using (seq, time_window, series, from_end)";
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

    /** Where a KPI's value, components or flags were changed behind finality. */
    String changed(Kpi kpi) {
        String was = any(kpi.measures(), "n");
        String is = any(kpi.measures(), "c");
        String differs = differs(kpi, "a", "c", "b", "n");
        return ("insert into changed select '%s', series, time_window, from_end, until, seq, (%s - %s)::varchar from change"
                        + " where case when step is null then %s <> %s or (%s and %s) else %s end")
                .formatted(kpi.name(), value(kpi, "a"), value(kpi, "b"), was, is, is, differs, differs);
    }

    private String value(Kpi kpi, String column) {
        return ValueSql.of(
                        kpi.value(),
                        layout,
                        m -> layout.get(m).aggregate() instanceof Rolled
                                ? "(nullif(" + column + m + ", 0) - 1)"
                                : column + m)
                .micros();
    }

    private String any(List<Measure> measures, String column) {
        return measures.stream()
                .map(measure -> column + layout.indexOf(measure) + " <> 0")
                .collect(Collectors.joining(" or ", "(", ")"));
    }
}
