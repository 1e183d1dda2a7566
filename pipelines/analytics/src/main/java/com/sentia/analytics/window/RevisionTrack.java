package com.sentia.analytics.window;

import com.sentia.analytics.kpi.Window.Rolling;

/**
 * Walks the revisions of one rolling window along its ends and raises them where a cause changed the value.
 *
 * <p>Revisions are kept as a step function: an entry at an end holds on until the next entry. A change spans at most one
 * window size, and puts an entry where it starts and one where it stops; so the entry in force at an end lies at most one
 * size before it, or there is none and the revision is 0.
 */
final class RevisionTrack {
    private final SeriesState state;
    private final Running running;
    private final int number;
    private final int kpis;
    private int[] base;
    private boolean hasEntry;
    private long raised;

    RevisionTrack(SeriesState state, Running running, int number, Rolling window, int kpis, long from) {
        this.state = state;
        this.running = running;
        this.number = number;
        this.kpis = kpis;
        this.base = new int[kpis];
        if (running.revisionMarks[number] > 0) {
            findEntryBefore(from, window);
        }
    }

    private void findEntryBefore(long from, Rolling window) {
        for (long end = from - window.step(); end >= from - window.size(); end -= window.step()) {
            int[] entry = state.revisions(number, end);
            if (entry != null) {
                base = entry;
                return;
            }
        }
    }

    /** Goes on to the next end; to be called for every step. */
    void moveTo(long end) {
        int[] entry = running.revisionMarks[number] > 0 ? state.revisions(number, end) : null;
        hasEntry = entry != null;
        if (entry != null) {
            base = entry;
        }
    }

    /** The revision at the present end, this cause counted. */
    int revision(int kpi) {
        return base[kpi] + (int) (raised >>> kpi & 1);
    }

    /** From this end on, this cause changed the KPIs whose bits are set. */
    void raise(long end, long changed) {
        boolean differs = changed != raised;
        raised = changed;
        if (differs || (hasEntry && changed != 0)) {
            put(end, true);
        }
    }

    /** Keeps raising what was raised, at an end where nothing new happens. */
    void hold(long end) {
        if (hasEntry && raised != 0) {
            put(end, true);
        }
    }

    /** The walk stops here: {@code next} is the first end that is not final, and so has revision 0. */
    void stop(long next) {
        if (raised == 0) {
            return;
        }
        moveTo(next);
        if (!hasEntry) {
            base = new int[kpis];
            put(next, false);
        }
    }

    private void put(long end, boolean isRaised) {
        int[] entry = base.clone();
        for (int k = 0; isRaised && k < kpis; k++) {
            entry[k] += (int) (raised >>> k & 1);
        }
        state.putRevisions(number, end, entry);
        if (!hasEntry) {
            running.revisionMarks[number]++;
            hasEntry = true;
        }
    }
}
