package com.sentia.analytics.window;

import com.sentia.analytics.kpi.Window.Rolling;
import com.sentia.analytics.window.SeriesPlan.RollingWindow;

/** Forgets a day's slices and revisions once no version may change it any more. */
record Retention(SeriesPlan plan, SeriesState state) {

    /** Does nothing unless the day that ends at {@code dayEnd} holds a slice. */
    void forgetDay(long dayEnd, Running running) {
        if (state.slice(plan.dayGrain, dayEnd) == null) {
            return;
        }
        long start = plan.day.start(dayEnd);
        state.removeSlice(plan.dayGrain, dayEnd);
        running.days--;
        forgetRevision(plan.dayWindow, dayEnd, running);
        for (int grain = 0; grain < plan.grains.size(); grain++) {
            Rolling window = plan.grains.get(grain);
            for (long end = window.sliceEnd(start); end <= dayEnd; end += window.step()) {
                state.removeSlice(grain, end);
            }
        }
        for (RollingWindow rolling : plan.rolling) {
            Rolling window = rolling.window();
            for (long end = window.sliceEnd(start); end <= dayEnd; end += window.step()) {
                forgetRevision(rolling.number(), end, running);
            }
        }
    }

    private void forgetRevision(int window, long end, Running running) {
        if (running.revisionMarks[window] > 0 && state.revisions(window, end) != null) {
            state.putRevisions(window, end, null);
            running.revisionMarks[window]--;
        }
    }
}
