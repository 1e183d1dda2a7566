package com.sentia.analytics.window;

import com.sentia.analytics.window.KpiRow.Stage;
import com.sentia.analytics.window.SeriesPlan.RollingWindow;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a window not yet final amounts to now: of a rolling window the first end after the latest fact that is not of the
 * future, of a calendar window the present one. An end shown is remembered, so that it can be taken back when it turns out to be no change point.
 */
final class OpenValues {
    private final SeriesPlan plan;
    private final Map<CalendarWindow, CalendarCursor> calendars = new LinkedHashMap<>();

    OpenValues(SeriesPlan plan) {
        this.plan = plan;
        plan.calendars.stream()
                .filter(CalendarWindow::isShown)
                .forEach(calendar -> calendars.put(calendar, new CalendarCursor(calendar.window())));
    }

    void show(long finalTo, long knownAt, Running running, SeriesState state, SeriesOutput output) {
        running.isRefreshDue = false;
        // What a level will move by is known ahead of time.
        long latest = Math.min(running.latestFact, knownAt);
        long present = plan.hasLevels ? finalTo : Math.max(finalTo, latest);
        if (present == Running.NEVER) {
            return;
        }
        for (RollingWindow rolling : plan.rolling) {
            long lastFinal = WindowEngine.lastFinal(rolling, finalTo, running);
            long end = rolling.window().sliceEnd(present);
            showRolling(rolling, end, lastFinal, running, state, output);
        }
        calendars.forEach(
                (calendar, cursor) -> showCalendar(calendar, cursor.sliceEnd(present), running, state, output));
    }

    private void showRolling(
            RollingWindow rolling, long end, long lastFinal, Running running, SeriesState state, SeriesOutput output) {
        int number = rolling.number();
        Totals totals = state.openTotals().at(rolling, end, lastFinal, running, state);
        long[] now = plan.row(totals, rolling.window(), end).clone();
        long[] lastShown = running.shownEnd[number] > lastFinal
                ? running.shown[number]
                : plan.row(running.totals[number], rolling.window(), lastFinal);
        long kpis = 0;
        RowWriter rows = new RowWriter(output);
        for (int k = 0; k < plan.kpis.size(); k++) {
            if (plan.kpis.get(k).differs(lastShown, now)) {
                rows.upsert(plan.kpis.get(k), rolling.window(), end, now, 0, Stage.OPEN);
                kpis |= 1L << k;
            }
        }
        remember(number, end, now, kpis, running, state);
        if (kpis != 0) {
            output.timerAt(end);
        }
    }

    /** Takes back, as no longer open, what was shown at an end: the KPIs' bits. */
    static long takeKpis(int window, long end, Running running, SeriesState state) {
        if (running.openEnds[window] == 0) {
            return 0;
        }
        long kpis = state.openKpis(window, end);
        if (kpis != 0) {
            state.putOpenKpis(window, end, 0);
            running.openEnds[window]--;
        }
        return kpis;
    }

    private void showCalendar(
            CalendarWindow calendar, long end, Running running, SeriesState state, SeriesOutput output) {
        @Nullable Slice slice = state.slice(calendar.grain(), end);
        if (slice == null) {
            return;
        }
        int number = calendar.number();
        CalendarSlices slices = new CalendarSlices(plan, state);
        long[] now = slices.row(calendar, end, slices.totals(slice));
        boolean isNew = running.shownEnd[number] != end;
        long known = isNew ? 0 : state.openKpis(number, end);
        long kpis = 0;
        RowWriter rows = new RowWriter(output);
        for (int k = 0; k < plan.kpis.size(); k++) {
            KpiEvaluator kpi = plan.kpis.get(k);
            boolean isShown = (known & 1L << k) != 0;
            if (kpi.hasFacts(now) && (!isShown || kpi.differs(running.shown[number], now))) {
                rows.upsert(kpi, calendar.window(), end, now, 0, Stage.OPEN);
                kpis |= 1L << k;
            }
            if (isShown && !kpi.hasFacts(now)) {
                rows.delete(kpi, calendar.window(), end, 0, Stage.OPEN);
            }
        }
        remember(number, end, now, kpis, running, state);
    }

    private static void remember(int number, long end, long[] now, long kpis, Running running, SeriesState state) {
        if (kpis == 0) {
            return;
        }
        long known = state.openKpis(number, end);
        if (known == 0) {
            running.openEnds[number]++;
        }
        state.putOpenKpis(number, end, known | kpis);
        running.shownEnd[number] = end;
        running.shown[number] = now;
    }
}
