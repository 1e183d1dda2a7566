package com.sentia.analytics.window;

import com.sentia.analytics.kpi.CalendarUnit;
import com.sentia.analytics.kpi.Window;
import com.sentia.analytics.kpi.Window.Calendar.Span;
import com.sentia.analytics.window.SeriesPlan.RollingWindow;

/**
 * Forgets slices and revisions once no version may change them any more: a day's hours and rolling slices behind the end
 * of the day, a longer window's behind its own end, and the slice of a day last, behind every window that the day lies in.
 */
record Retention(SeriesPlan plan, SeriesState state, Running running) {

    /** Does nothing unless the window, a day or longer, holds a slice. */
    void forget(CalendarWindow window, long end) {
        if (state.slice(window.grain(), end) == null) {
            return;
        }
        if (window.unit() == CalendarUnit.DAY) {
            forgetWithin(window.window().around(end - 1));
        } else {
            state.removeSlice(window.grain(), end);
        }
        if (window.isShown()) {
            forgetRevision(window.number(), end);
        }
    }

    /** Forgets the slices of those days that lie in no window ending later. */
    void forgetDaysOf(CalendarWindow window, long end) {
        for (long day = firstDay(window.window().around(end - 1)); day <= end; day = nextDay(day)) {
            if (plan.lastEnd(day) == end && state.slice(plan.day.grain(), day) != null) {
                state.removeSlice(plan.day.grain(), day);
                running.days--;
            }
        }
    }

    private void forgetWithin(Span day) {
        state.removeSlices(plan::isWithinDay, day.start(), day.end());
        for (int grain = 0; grain < plan.grains.size(); grain++) {
            long end = plan.grains.get(grain).sliceEnd(day.end() - 1);
            if (end > day.end() && !hasDayWithin(day.end(), end)) {
                state.removeSlice(grain, end);
            }
        }
        for (RollingWindow rolling : plan.rolling) {
            forgetRevisions(rolling.number(), rolling.window(), day);
        }
        for (CalendarWindow calendar : plan.calendars) {
            if (calendar.unit() == CalendarUnit.HOUR) {
                forgetRevisions(calendar.number(), calendar.window(), day);
            }
        }
    }

    /** Whether a day that holds a fact begins from one instant on and before another; else no slice up to there is needed any more. */
    private boolean hasDayWithin(long from, long to) {
        for (long start = from; start < to; start = nextDay(start)) {
            if (state.slice(plan.day.grain(), nextDay(start)) != null) {
                return true;
            }
        }
        return false;
    }

    private void forgetRevisions(int number, Window window, Span day) {
        for (long end = window.sliceEnd(day.start());
                running.revisionMarks[number] > 0 && end <= day.end();
                end = window.sliceEnd(end)) {
            forgetRevision(number, end);
        }
    }

    private void forgetRevision(int number, long end) {
        if (running.revisionMarks[number] > 0 && state.revisions(number, end) != null) {
            state.putRevisions(number, end, null);
            running.revisionMarks[number]--;
        }
    }

    private long firstDay(Span span) {
        return nextDay(span.start());
    }

    private long nextDay(long end) {
        return plan.day.window().sliceEnd(end);
    }
}
