package com.sentia.jobs.kpi.recomputed;

import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.Kpi;
import java.util.List;
import java.util.stream.Stream;

/** The rows of the KPIs of one dimension set. */
final class SetSql {
    private final DimensionSet set;
    private final SetLayout layout;
    private final KpiSql sql;

    SetSql(DimensionSet set) {
        this.set = set;
        this.layout = new SetLayout(set);
        this.sql = new KpiSql(layout);
    }

    List<Kpi> kpis() {
        return set.kpis();
    }

    SetLayout layout() {
        return layout;
    }

    /** What the rest is computed from, beside {@code signed_fact}. */
    Stream<String> tables() {
        return new ContributionSql(set, layout).tables();
    }

    /** Whether values change by time alone. */
    boolean isClocked() {
        return layout.means().findAny().isPresent();
    }

    /**
     * From {@code delta} per measure to one row per end: {@code d} what came, {@code v} the sum, {@code c} the number of facts;
     * {@code w} and {@code u} the two one step before.
     */
    String wide() {
        String moved = layout.columns("coalesce(sum(v) filter (m = %1$d), 0)::hugeint as d%1$d,"
                + " coalesce(sum(c) filter (m = %1$d), 0)::bigint as n%1$d");
        String running =
                layout.columns("d%1$d, case when step is null then d%1$d else sum(d%1$d) over so_far end as v%1$d,"
                        + " case when step is null then n%1$d else sum(n%1$d) over so_far end as c%1$d");
        return "create or replace table at_end as with moved as (select time_window, step, series, e, " + moved
                + " from delta group by all), running as (select time_window, step, series, e, "
                + layout.columns("n%1$d") + ", " + running
                + " from moved window so_far as (partition by time_window, series order by e)), meant as (" + meant()
                + ") select meant.*, window_length(time_window, size, e) as length, "
                + layout.columns("v%1$d - d%1$d as w%1$d, c%1$d - n%1$d as u%1$d")
                + " from meant join (select time_window, size from time_window) using (time_window)";
    }

    /** In place of where a level stands its mean over the window. */
    private String meant() {
        if (!isClocked()) {
            return "from running";
        }
        String means = layout.means("coalesce(sum(v) filter (m = %1$d), 0)::hugeint as a%1$d");
        String instead = layout.means(
                "coalesce(a%1$d, 0) - coalesce(lag(a%1$d) over by_end, 0) as d%1$d," + " coalesce(a%1$d, 0) as v%1$d");
        return "select running.* replace (" + instead + ") from running left join (select time_window, series, e, "
                + means
                + " from mean_at_end group by all) using (time_window, series, e)"
                + " window by_end as (partition by time_window, series order by e)";
    }

    /** The rows a KPI must have: of each calendar window that holds a fact, of a rolling one where it differs from the step before. */
    String rows(Kpi kpi) {
        return ("insert into expected select '%s', series, time_window, e, now_value::varchar, now_components, facts, now_flags"
                        + " from (select *, %s, %s, %s as facts from at_end where case when step is null then %s else %s end)"
                        + " where step is null or %s")
                .formatted(
                        kpi.name(),
                        sql.shown(kpi, "now", "v", "c"),
                        sql.shown(kpi, "earlier", "w", "u"),
                        sql.count(kpi),
                        sql.any(kpi.measures(), "c"),
                        sql.moved(kpi, "d", "n", ValueSql::isNotNothing),
                        KpiSql.differs("now", "earlier"));
    }
}
