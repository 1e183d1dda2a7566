package com.sentia.analytics.window;

import static com.sentia.analytics.kpi.SetLimits.MOST_KPIS;
import static com.sentia.analytics.kpi.SetLimits.MOST_WINDOWS;

import com.sentia.analytics.kpi.CalendarUnit;
import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.Measure;
import com.sentia.analytics.kpi.Window;
import com.sentia.analytics.kpi.Window.Calendar;
import com.sentia.analytics.kpi.Window.Rolling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the series of one dimension set are computed: which slices are kept (a <em>grain</em> per different step, one per
 * calendar window, and one for the calendar day in any case), and which window draws on which.
 */
public final class SeriesPlan {
    final List<KpiEvaluator> kpis;
    final List<RollingWindow> rolling;
    /** The same, those with the fewest ends first. */
    final List<RollingWindow> coarsestFirst;
    /** Every calendar window, and the day even where it isn't shown. */
    final List<CalendarWindow> calendars;
    /** State is cleared by it. */
    final CalendarWindow day;

    final List<Rolling> grains;
    final int measures;
    final MemberMeasures members;
    final Layout layout;
    final List<Window> shownWindows;
    final RowForm form;
    /** Whether some measure stands where it was left; then open values wait until something is final. */
    final boolean hasLevels;
    /** Whether values change by time alone. */
    final boolean isClocked;

    final boolean isWide;

    /** Whether some measure is made of a spread or of shares. */
    private final boolean hasTotalsByKey;

    private final int windows;
    private final int[] levels;

    /** A rolling window, its number and the grain of its step. */
    record RollingWindow(int number, Rolling window, int grain) {}

    /**
     * @throws IllegalArgumentException for what is beyond {@link com.sentia.analytics.kpi.SetLimits}
     */
    public SeriesPlan(DimensionSet set) {
        List<Measure> layout = set.measures();
        this.layout = new Layout(layout);
        this.shownWindows =
                Stream.concat(set.windows().stream(), Stream.of(set.day())).toList();
        if (set.kpis().size() > MOST_KPIS || set.windows().size() > MOST_WINDOWS) {
            throw new IllegalArgumentException(
                    set.name() + ": there may be at most " + MOST_KPIS + " KPIs and " + MOST_WINDOWS + " windows");
        }
        this.kpis = set.kpis().stream()
                .map(kpi -> new KpiEvaluator(kpi, this.layout))
                .toList();
        this.measures = layout.size();
        this.members = MemberMeasures.among(layout);
        this.form = new RowForm(
                this.layout, set.kpis().stream().anyMatch(kpi -> kpi.value().hasDays()));
        this.levels = IntStream.range(0, measures)
                .filter(m -> layout.get(m).isLevel())
                .toArray();
        this.hasLevels = levels.length > 0;
        this.isClocked = layout.stream().anyMatch(Measure::isClocked);
        this.isWide = set.isWide();
        this.hasTotalsByKey = !layout.stream().allMatch(Measure::isAddable);
        this.windows = set.windows().size();
        List<Rolling> steps = new ArrayList<>();
        this.rolling = rolling(set, steps);
        this.coarsestFirst = rolling.stream()
                .sorted(Comparator.comparingLong(one -> -one.window().step()))
                .toList();
        this.grains = List.copyOf(steps);
        this.calendars = calendars(set, steps.size());
        this.day = calendars.stream()
                .filter(calendar -> calendar.unit() == CalendarUnit.DAY)
                .findFirst()
                .orElseThrow();
    }

    private static List<RollingWindow> rolling(DimensionSet set, List<Rolling> steps) {
        List<RollingWindow> rolling = new ArrayList<>();
        for (int w = 0; w < set.windows().size(); w++) {
            if (set.windows().get(w) instanceof Rolling window) {
                rolling.add(new RollingWindow(w, window, grain(steps, window)));
            }
        }
        return List.copyOf(rolling);
    }

    private static List<CalendarWindow> calendars(DimensionSet set, int firstGrain) {
        List<CalendarWindow> calendars = new ArrayList<>();
        for (int w = 0; w < set.windows().size(); w++) {
            if (set.windows().get(w) instanceof Calendar window) {
                calendars.add(new CalendarWindow(w, window, firstGrain + calendars.size()));
            }
        }
        if (calendars.stream().noneMatch(calendar -> calendar.unit() == CalendarUnit.DAY)) {
            calendars.add(new CalendarWindow(CalendarWindow.NOT_SHOWN, set.day(), firstGrain + calendars.size()));
        }
        return List.copyOf(calendars);
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
        return new Running(windows, layout.width, layout.spreads.size());
    }

    Totals newTotals() {
        return new Totals(layout.width, layout.spreads.size());
    }

    /** The row of a rolling window that ends here. */
    long[] row(Totals totals, Rolling window, long end) {
        return form.of(totals, () -> end - window.size(), end);
    }

    /** Adds ({@code sign} 1) or takes off ({@code sign} -1) what is in a slice. */
    void shift(Totals totals, MemberCounts counts, long[] values, Map<String, Long> tallies, int sign) {
        if (sign > 0) {
            Totals.add(totals.values, values);
        } else {
            Totals.subtract(totals.values, values);
        }
        members.shift(totals.values, counts, tallies, sign);
        shiftByKey(totals, tallies, sign);
    }

    /** Adds ({@code sign} 1) or takes off ({@code sign} -1) what totals have of spreads and shares. */
    void shiftByKey(Totals totals, Map<String, Long> tallies, int sign) {
        if (hasTotalsByKey) {
            totals.shift(tallies, sign);
        }
    }

    /** A slice comes in. */
    void enter(Totals totals, MemberCounts counts, @Nullable Slice slice) {
        if (slice != null) {
            shift(totals, counts, slice.values(), slice.tallies(), 1);
        }
    }

    /** A slice falls out; levels stay. */
    void leave(Totals totals, MemberCounts counts, @Nullable Slice slice) {
        if (slice != null) {
            shift(totals, counts, withoutLevels(slice.values()), slice.tallies(), -1);
        }
    }

    /** The values with nothing in the places of levels. */
    long[] withoutLevels(long[] values) {
        if (!hasLevels) {
            return values;
        }
        long[] others = values.clone();
        for (int level : levels) {
            layout.placesOf(level, values.length).forEach(place -> others[place] = 0);
        }
        return others;
    }

    /** The values with nothing but levels. */
    long[] onlyLevels(long[] values) {
        long[] only = new long[values.length];
        for (int level : levels) {
            layout.placesOf(level, values.length).forEach(place -> only[place] = values[place]);
        }
        return only;
    }

    /** Whether a level is not 0, or an amount of it has no rate: it stands however long ago it was left so. */
    boolean standsAnywhere(Running running) {
        for (RollingWindow one : hasLevels ? rolling : List.<RollingWindow>of()) {
            for (int level : levels) {
                long[] values = running.totals[one.number()].values;
                int extra = layout.extra(level);
                if (values[2 * level] != 0 || (extra >= 0 && values[extra + Layout.MISSING] != 0)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether slices of the grain are forgotten with the day in which they end. */
    boolean isWithinDay(int grain) {
        return grain < grains.size() || calendars.get(grain - grains.size()).unit() == CalendarUnit.HOUR;
    }

    /** The end of the last calendar window that holds the day which ends at {@code dayEnd}. */
    long lastEnd(long dayEnd) {
        return calendars.stream()
                .mapToLong(calendar -> calendar.window().sliceEnd(dayEnd - 1))
                .max()
                .orElseThrow();
    }
}
