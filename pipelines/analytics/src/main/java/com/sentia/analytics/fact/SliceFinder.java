package com.sentia.analytics.fact;

import com.sentia.analytics.kpi.Window;
import java.util.List;

/**
 * Finds the slice an instant lies in: the stretch of time in which no window of a set ends. Remembers the slice last found, as
 * instants come roughly in order and a calendar is slow to ask.
 */
public final class SliceFinder {
    private final List<Window> windows;
    /** Every instant from here to {@link #end} is known to be of one slice. */
    private long from;

    private long end;

    public SliceFinder(List<Window> windows) {
        this.windows = windows;
    }

    /** The first window end after the instant; two instants lie in one slice exactly when theirs are the same. */
    public long endOf(long micros) {
        if (micros >= from && micros < end) {
            return end;
        }
        long found = Long.MAX_VALUE;
        for (Window window : windows) {
            found = Math.min(found, window.sliceEnd(micros));
        }
        from = found == end ? Math.min(from, micros) : micros;
        end = found;
        return found;
    }
}
