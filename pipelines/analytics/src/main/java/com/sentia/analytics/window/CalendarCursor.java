package com.sentia.analytics.window;

import com.sentia.analytics.kpi.Window.Calendar;
import com.sentia.analytics.kpi.Window.Calendar.Span;

/**
 * Answers questions about calendar windows and remembers the one last asked about: timers and facts come roughly in order
 * of time, and a look into the zone's rules costs more than everything else in a step.
 */
final class CalendarCursor {
    private final Calendar window;
    private Span span = new Span(0, 0);

    CalendarCursor(Calendar window) {
        this.window = window;
    }

    boolean isEnd(long micros) {
        return around(micros).start() == micros;
    }

    long sliceEnd(long micros) {
        return around(micros).end();
    }

    private Span around(long micros) {
        if (!span.holds(micros)) {
            span = window.around(micros);
        }
        return span;
    }
}
