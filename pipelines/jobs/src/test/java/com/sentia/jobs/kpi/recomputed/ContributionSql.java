package com.sentia.jobs.kpi.recomputed;

import com.sentia.analytics.kpi.Aggregate.Members;
import com.sentia.analytics.kpi.Aggregate.OfFigure;
import com.sentia.analytics.kpi.Aggregate.Rolled;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.Measure;
import com.sentia.analytics.kpi.Window;
import com.sentia.analytics.kpi.Window.Rolling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which facts count for which series of a dimension set, and what is to be known of its measures and windows. */
final class ContributionSql {
    private static final int MEAN_PLACES = 6;
    /** In place of a member's share: of its part and whole. */
    private static final String NO_SHARE = ", 0 as part, 0 as whole";

    private final DimensionSet set;
    private final SetLayout layout;

    ContributionSql(DimensionSet set, SetLayout layout) {
        this.set = set;
        this.layout = layout;
    }

    /** Which facts of {@code signed_fact} count for which measure of which series, and the lists of measures and windows. */
    Stream<String> tables() {
        return Stream.of(
                contributions(), windows(), memberMeasures(), rolledMeasures(), levelMeasures(), meanMeasures());
    }

    private String contributions() {
        List<String> selects = new ArrayList<>();
        layout.measures().forEach(m -> {
            Measure measure = layout.measure(m);
            if (measure.fact().attributes().containsAll(set.dimensions())) {
                selects.addAll(contributions(m, measure));
            }
        });
        return "create or replace table contribution as\n" + String.join("\nunion all\n", selects);
    }

    private List<String> contributions(int m, Measure measure) {
        if (SetLayout.isMoney(measure)) {
            return SetLayout.isStanding(measure) ? standing(m, measure) : flowing(m, measure);
        }
        if (measure.aggregate() instanceof Members members) {
            String member = members.attribute().key();
            return List.of(select(m, "t", "0", "1", member, measure, member + " is not null"));
        }
        if (measure.aggregate() instanceof Rolled rolled) {
            String member = rolled.attribute().key();
            return List.of(select(m, "t", "0", "1", member, measure, member + " is not null")
                    .replace(
                            NO_SHARE,
                            ", sign * %s as part, sign * %s as whole"
                                    .formatted(
                                            rolled.part().key(), rolled.whole().key())));
        }
        return List.of(select(m, "t", figure(measure), "1", measure, "true"));
    }

    private static String figure(Measure measure) {
        return measure.aggregate() instanceof OfFigure of ? of.figure().key() : "1";
    }

    /** What flows is worth the rate of its day; beside the sum, how many facts are worth what another day's says, and how many nothing. */
    private List<String> flowing(int m, Measure measure) {
        return List.of(
                select(m, "t", "worth", "1", measure, "true"),
                select(layout.rates(m), "t", "estimated", "missing", measure, "(estimated <> 0 or missing <> 0)"));
    }

    /** What stands is worth each day's rate: from the start of later days on more or less. */
    private List<String> standing(int m, Measure measure) {
        String later = "step_native = native and step_day > business_day(t)";
        return List.of(
                select(m, "t", "worth", "1", measure, "true"),
                select(
                        layout.rates(m),
                        "t",
                        "amount * estimated",
                        "amount * missing",
                        measure,
                        "(estimated <> 0 or missing <> 0)"),
                select(m, "step_t", "amount::hugeint * step_nanos", "0", measure, later),
                select(layout.rates(m), "step_t", "amount * step_estimated", "0", measure, later));
    }

    private String select(int m, String t, String figure, String count, Measure measure, String condition) {
        return select(m, t, figure, count, "null::varchar", measure, condition);
    }

    private String select(
            int m, String t, String figure, String count, String member, Measure measure, String condition) {
        String from = t.equals("t") ? "signed_fact" : "signed_fact, rate_step";
        String where = measure.where().entrySet().stream()
                .map(wanted -> wanted.getKey().key()
                        + (wanted.getValue().equals(Measure.ANY) ? " is not null" : " = '" + wanted.getValue() + "'"))
                .collect(Collectors.joining(" and ", "", measure.where().isEmpty() ? "" : " and "));
        return ("select seq, %s as series, %d as m, %s as t, sign * %s as v, sign * %s as c, %s as member" + NO_SHARE
                        + " from %s" + " where fact = '%s' and %s%s")
                .formatted(
                        series(),
                        m,
                        t,
                        figure,
                        count,
                        member,
                        from,
                        measure.fact().key(),
                        where,
                        condition);
    }

    private String series() {
        return set.dimensions().stream()
                .map(Attribute::key)
                .sorted(Comparator.naturalOrder())
                .map(key -> "'" + key + "=' || coalesce(" + key + ", 'none')")
                .collect(Collectors.joining(" || ',' || ", "", set.dimensions().isEmpty() ? "''" : ""));
    }

    /** The windows with the ends that facts come in and, of rolling ones, fall out at. */
    private String windows() {
        return set.windows().stream()
                .map(ContributionSql::window)
                .collect(Collectors.joining(
                        ", ",
                        "create or replace table time_window as from (values ",
                        ") as listed (time_window, size, step)"));
    }

    private static String window(Window window) {
        return window instanceof Rolling rolling
                ? "('%s', %d, %d)".formatted(rolling.name(), rolling.size(), rolling.step())
                : "('%s', null::bigint, null::bigint)".formatted(window.name());
    }

    /** How many facts a member needs to be counted, by measure. */
    private String memberMeasures() {
        return listed(
                "member_measure (m, at_least)",
                layout.measures().filter(m -> layout.measure(m).aggregate() instanceof Members),
                m -> "(%d, %d)".formatted(m, ((Members) layout.measure(m).aggregate()).atLeast()),
                "(0, 1)");
    }

    /** The measures that multiply. */
    private String rolledMeasures() {
        return listed(
                "rolled_measure (m)",
                layout.measures().filter(m -> layout.measure(m).aggregate() instanceof Rolled),
                m -> "(" + m + ")",
                "(0)");
    }

    /** The numbers of what stands, whatever falls out of the window. */
    private String levelMeasures() {
        IntStream standing = layout.measures().filter(m -> SetLayout.isStanding(layout.measure(m)));
        return listed(
                "level_measure (m)",
                standing.flatMap(
                        m -> SetLayout.isMoney(layout.measure(m)) ? IntStream.of(m, layout.rates(m)) : IntStream.of(m)),
                m -> "(" + m + ")",
                "(0)");
    }

    /** Of means over time, what makes of their sums a number of millionths. */
    private String meanMeasures() {
        return listed(
                "mean_measure (m, times, parts)",
                layout.means(),
                m -> {
                    int more = MEAN_PLACES - SetLayout.scaleOfSum(layout.measure(m));
                    return "(%d, 1%s::hugeint, 1%s::hugeint)"
                            .formatted(m, "0".repeat(Math.max(more, 0)), "0".repeat(Math.max(-more, 0)));
                },
                "(0, 1::hugeint, 1::hugeint)");
    }

    /** A table of numbers of measures, which may be empty. */
    private static String listed(String table, IntStream numbers, IntFunction<String> row, String form) {
        String name = table.substring(0, table.indexOf(' '));
        String rows = numbers.mapToObj(row).collect(Collectors.joining(", "));
        return "create or replace table %s as from (values %s) as %s%s"
                .formatted(name, rows.isEmpty() ? form : rows, table, rows.isEmpty() ? " where false" : "");
    }
}
