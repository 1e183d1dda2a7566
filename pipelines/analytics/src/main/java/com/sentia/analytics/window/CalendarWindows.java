package com.sentia.analytics.window;

import com.sentia.analytics.fact.CausedChange;
import com.sentia.analytics.fact.Contribution;
import com.sentia.analytics.kpi.CalendarUnit;
import com.sentia.analytics.window.KpiRow.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calendar windows of one dimension set's series.
 *
 * <p>Invariants: each window that holds a fact has one slice, the sum of its facts, until no version may change it any more;
 * so a fact costs two look-ups a window, however long the window is. A day has a slice even where no day is
 * shown, and is the last of them all to be forgotten: a series without days is one without facts.
 */
final class CalendarWindows {
    private final SeriesPlan plan;
    private final long retention;
    private final List<Tracked> windows;
    private final CalendarCursor pastDay;

    /** A window with the places last asked about, of facts and of timers. */
    private record Tracked(CalendarWindow window, CalendarCursor facts, CalendarCursor timers) {
        static Tracked of(CalendarWindow window) {
            return new Tracked(window, new CalendarCursor(window.window()), new CalendarCursor(window.window()));
        }
    }

    CalendarWindows(SeriesPlan plan, long retention) {
        this.plan = plan;
        this.retention = retention;
        this.windows = plan.calendars.stream().map(Tracked::of).toList();
        this.pastDay = new CalendarCursor(plan.day.window());
    }

    void add(Contribution contribution, long finalTo, Running running, SeriesState state, SeriesOutput output) {
        CalendarSlices slices = new CalendarSlices(plan, state);
        for (Tracked tracked : windows) {
            CalendarWindow window = tracked.window;
            long end = tracked.facts.sliceEnd(contribution.timeMicros());
            if (!slices.add(window, end, contribution)) {
                continue;
            }
            if (window.isShown() && end > finalTo) {
                output.timerAt(end);
            }
            // An hour is forgotten with its day.
            if (window.unit() != CalendarUnit.HOUR) {
                output.timerAt(end + retention);
            }
            if (window.unit() == CalendarUnit.DAY) {
                running.days++;
            }
        }
    }

    /** Corrects the rows of windows that were final; their slices must hold the changes already. */
    void restate(List<CausedChange> changes, long finalTo, Running running, SeriesState state, SeriesOutput output) {
        for (Tracked tracked : windows) {
            if (tracked.window.isShown()) {
                List<LateCause> causes = LateCause.among(changes, plan, tracked.facts::sliceEnd, finalTo);
                new CalendarRestatement(plan, tracked.window, state, output).apply(causes, running);
            }
        }
    }

    /** Writes the final rows of the windows that end here, if any do. */
    void finish(long end, Running running, SeriesState state, SeriesOutput output) {
        for (Tracked tracked : windows) {
            if (tracked.window.isShown() && tracked.timers.isEnd(end)) {
                finish(tracked.window, end, running, state, output);
            }
        }
    }

    private void finish(CalendarWindow window, long end, Running running, SeriesState state, SeriesOutput output) {
        @Nullable Slice slice = state.slice(window.grain(), end);
        long shown = OpenValues.takeKpis(window.number(), end, running, state);
        if (slice == null) {
            return;
        }
        CalendarSlices slices = new CalendarSlices(plan, state);
        long[] totals = slices.row(window, end, slices.totals(slice));
        RowWriter rows = new RowWriter(output);
        for (int k = 0; k < plan.kpis.size(); k++) {
            KpiEvaluator kpi = plan.kpis.get(k);
            if (kpi.hasFacts(totals)) {
                rows.upsert(kpi, window.window(), end, totals, 0, Stage.FINAL);
            } else if ((shown & 1L << k) != 0) {
                rows.delete(kpi, window.window(), end, 0, Stage.FINAL);
            }
        }
    }

    /**
     * Forgets what no version may change any more once every fact before {@code end} is known; whether a day has come to
     * that.
     */
    boolean forget(long end, Running running, SeriesState state) {
        long past = end - retention;
        // Every window but the hour ends with a day.
        if (!pastDay.isEnd(past)) {
            return false;
        }
        Retention retained = new Retention(plan, state, running);
        List<CalendarWindow> ended = plan.calendars.stream()
                .filter(window ->
                        window.unit() != CalendarUnit.HOUR && window.window().sliceEnd(past - 1) == past)
                .toList();
        ended.forEach(window -> retained.forget(window, past));
        ended.forEach(window -> retained.forgetDaysOf(window, past));
        return true;
    }
}
