package com.sentia.analytics.window;

import com.sentia.analytics.kpi.CalendarUnit;
import com.sentia.analytics.kpi.Window.Calendar;

/**
 * A calendar window of a dimension set, with the grain of its slices: one slice is one window.
 *
 * @param number its place among the set's windows, or {@link #NOT_SHOWN}
 */
record CalendarWindow(int number, Calendar window, int grain) {
    /** The number of a window that only has slices. */
    static final int NOT_SHOWN = -1;

    boolean isShown() {
        return number != NOT_SHOWN;
    }

    CalendarUnit unit() {
        return window.unit();
    }
}
