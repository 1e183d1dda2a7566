package com.sentia.analytics.window;

import com.sentia.analytics.kpi.Window.Day;

/**
 * Answers questions about calendar days and remembers the day last asked about: timers and facts come roughly in order of
 * time, and a look into the zone's rules costs more than everything else in a step.
 */
final class DayCursor {
    private final Day day;
    private long start;
    private long end;

    DayCursor(Day day) {
        this.day = day;
    }

    boolean isEnd(long micros) {
        moveTo(micros);
        return micros == start;
    }

    long sliceEnd(long micros) {
        moveTo(micros);
        return end;
    }

    private void moveTo(long micros) {
        if (micros < start || micros >= end) {
            end = day.sliceEnd(micros);
            start = day.start(end);
        }
    }
}
