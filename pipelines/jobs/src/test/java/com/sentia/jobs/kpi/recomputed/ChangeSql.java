package com.sentia.jobs.kpi.recomputed;

import com.sentia.analytics.kpi.Kpi;
import java.util.stream.Collectors;

/** What late versions change behind finality in the KPIs of one dimension set. */
final class ChangeSql {
    private final SetSql set;
    private final SetLayout layout;
    private final KpiSql sql;

    ChangeSql(SetSql set) {
        this.set = set;
        this.layout = set.layout();
        this.sql = new KpiSql(layout);
    }

    /** From {@code delta} per measure to one row per late version and stretch of ends over which it changes the same: {@code x}, and {@code y} facts. */
    String changing() {
        String moved = layout.columns("coalesce(sum(v) filter (m = %1$d), 0)::hugeint as d%1$d,"
                + " coalesce(sum(c) filter (m = %1$d), 0)::bigint as n%1$d");
        String running = layout.columns("case when step is null then d%1$d else sum(d%1$d) over so_far end as x%1$d,"
                + " case when step is null then n%1$d else sum(n%1$d) over so_far end as y%1$d");
        // A mean over time changes on, whatever the level is by then.
        String anyMove = set.isClocked()
                ? "true"
                : layout.columns("x%1$d <> 0 or y%1$d <> 0").replace(", ", " or ");
        return "create or replace table changing as with moved as (select seq, time_window, step, series, e, " + moved
                + " from delta group by all), stretch as (select seq, time_window, step, series, e as from_end,"
                + " case when step is null then e else lead(e) over so_far - step end as until, " + running
                + " from moved window so_far as (partition by seq, time_window, series order by e))"
                + " select stretch.* replace (least(until, case when step is null then until else final_to // step * step end)"
                + " as until) from stretch join late using (seq) where from_end <= final_to and (" + anyMove
                + ")";
    }

    /**
     * Parts the stretches over which a version may change a KPI at some ends and not at others, as what it moves is less than a millionth, or flags
     * alone: at each end at which anything comes in or falls out. Where values change by time alone, at each end.
     */
    String parted() {
        return set.isClocked() ? partedAtEachEnd() : partedWhereUnsure();
    }

    private static String partedAtEachEnd() {
        return "create or replace table changing as select * replace (unnest(range(from_end, until + step, step)) as from_end) from changing;"
                + " update changing set until = from_end";
    }

    private String partedWhereUnsure() {
        String isUnsure = set.kpis().stream()
                .map(kpi -> "(%s and not %s)"
                        .formatted(
                                sql.moved(kpi, "x", "y", ValueSql::isNotNothing),
                                sql.movedSurely(kpi, "x", ValueSql::isOneMicro)))
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
        String before = layout.columns("coalesce(sum(v) filter (m = %1$d), 0)::hugeint as b%1$d,"
                + " coalesce(sum(c) filter (m = %1$d), 0)::bigint as n%1$d");
        String after = layout.columns("coalesce(b%1$d, 0) as b%1$d, coalesce(n%1$d, 0) as n%1$d, x%1$d,"
                + " coalesce(b%1$d, 0) + x%1$d as a%1$d, coalesce(n%1$d, 0) + y%1$d as c%1$d");
        return "create or replace table change as with was as (select seq, time_window, series, from_end, " + before
                + " from before group by all), moved as (select seq, time_window, step, series, from_end, until,"
                + " window_length(time_window, size, from_end) as length, " + after
                + " from changing left join was using (seq, time_window, series, from_end)"
                + " join (select time_window, size from time_window) using (time_window)) " + meant();
    }

    /** In place of where a level stands its mean over the window. */
    private String meant() {
        if (!set.isClocked()) {
            return "from moved";
        }
        String means = layout.means("sum(before) filter (m = %1$d) as p%1$d, sum(now) filter (m = %1$d) as q%1$d");
        String instead = layout.means("coalesce(p%1$d, 0)::hugeint as b%1$d, coalesce(q%1$d, 0)::hugeint as a%1$d");
        return "select moved.* replace (" + instead
                + ") from moved left join (select seq, time_window, series, from_end, " + means
                + " from mean_change group by all) using (seq, time_window, series, from_end)";
    }

    /** Where a KPI's value, components or flags were changed behind finality. */
    String changed(Kpi kpi) {
        String differs = KpiSql.differs("now", "before");
        return ("insert into changed select '%s', series, time_window, from_end, until, seq, (now_value - before_value)::varchar"
                        + " from (select *, %s, %s, %s as has_facts, %s as had_facts from change)"
                        + " where case when step is null then has_facts <> had_facts or (has_facts and %s) else %s end")
                .formatted(
                        kpi.name(),
                        sql.shown(kpi, "now", "a", "c"),
                        sql.shown(kpi, "before", "b", "n"),
                        sql.any(kpi.measures(), "c"),
                        sql.any(kpi.measures(), "n"),
                        differs,
                        differs);
    }
}
