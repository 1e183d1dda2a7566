package com.sentia.analytics.window;

import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.Measure;
import com.sentia.analytics.kpi.Window;
import com.sentia.analytics.kpi.Window.Day;
import com.sentia.analytics.kpi.Window.Rolling;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the series of one dimension set are computed: which slices are kept (a <em>grain</em> per different step, and one
 * for the calendar day), and which window draws on which.
 */
public final class SeriesPlan {
    final List<KpiEvaluator> kpis;
    final List<RollingWindow> rolling;
    final Day day;
    final int dayWindow;
    final int dayGrain;
    final List<Rolling> grains;
    final int measures;
    /** Place of the distinct measure, or -1. */
    final int distinct;

    final boolean isWide;

    private final int windows;

    /** A rolling window, its number and the grain of its step. */
    record RollingWindow(int number, Rolling window, int grain) {}

    /**
     * @throws IllegalArgumentException for what the engine can't do: a set without calendar day (state is cleared by day),
     *     more than one distinct measure, more than 64 KPIs
     */
    public SeriesPlan(DimensionSet set) {
        List<Measure> layout = set.measures();
        this.kpis =
                set.kpis().stream().map(kpi -> new KpiEvaluator(kpi, layout)).toList();
        this.measures = layout.size();
        this.isWide = set.isWide();
        this.windows = set.windows().size();
        List<RollingWindow> found = new ArrayList<>();
        List<Rolling> steps = new ArrayList<>();
        @Nullable Day foundDay = null;
        int foundDayWindow = -1;
        for (int w = 0; w < windows; w++) {
            Window window = set.windows().get(w);
            if (window instanceof Rolling rollingWindow) {
                found.add(new RollingWindow(w, rollingWindow, grain(steps, rollingWindow)));
            } else if (window instanceof Day calendarDay) {
                foundDay = calendarDay;
                foundDayWindow = w;
            }
        }
        List<Measure> distincts = layout.stream()
                .filter(measure -> measure.quantity().isDistinct())
                .toList();
        if (foundDay == null || distincts.size() > 1 || kpis.size() > Long.SIZE) {
            throw new IllegalArgumentException(set.name()
                    + ": needs a calendar day, at most one distinct measure and at most " + Long.SIZE + " KPIs");
        }
        this.rolling = List.copyOf(found);
        this.grains = List.copyOf(steps);
        this.day = foundDay;
        this.dayWindow = foundDayWindow;
        this.dayGrain = steps.size();
        this.distinct = distincts.isEmpty() ? -1 : layout.indexOf(distincts.get(0));
    }

    private static int grain(List<Rolling> steps, Rolling window) {
        for (int g = 0; g < steps.size(); g++) {
            if (steps.get(g).step() == window.step()) {
                return g;
            }
        }
        steps.add(window);
        return steps.size() - 1;
    }

    public Running newRunning() {
        return new Running(windows, measures);
    }

    /** Adds ({@code sign} 1) or takes off ({@code sign} -1) a slice. */
    void shift(long[] totals, MemberCounts members, long[] values, java.util.Map<String, Integer> byMember, int sign) {
        if (sign > 0) {
            Totals.add(totals, values);
        } else {
            Totals.subtract(totals, values);
        }
        if (distinct >= 0) {
            totals[2 * distinct] += members.shift(byMember, sign);
        }
    }

    void shift(long[] totals, MemberCounts members, @Nullable Slice slice, int sign) {
        if (slice != null) {
            shift(totals, members, slice.values(), slice.members(), sign);
        }
    }

    /** A slice's values with the number of its distinct members. */
    long[] totalsOf(Slice slice) {
        long[] totals = slice.values().clone();
        if (distinct >= 0) {
            totals[2 * distinct] = slice.members().size();
        }
        return totals;
    }
}
