package com.sentia.analytics.window;

import com.sentia.analytics.kpi.Window.Rolling;
import java.util.Arrays;

/**
 * Walks the revisions of one rolling window along its ends and raises them by the number of causes that changed the value.
 *
 * <p>Revisions are kept as a step function: an entry at an end holds on until the next entry. A change spans at most one
 * window size, of levels the time to the last final end, and puts an entry where it starts and one where it stops. Changes of several causes that follow
 * each other put one at least every size, so that the entry in force at an end lies at most one
 * size before it, or there is none and the revision is 0.
 */
final class RevisionTrack {
    private final SeriesState state;
    private final Running running;
    private final int number;
    private final int kpis;
    private final long reach;
    private int[] base;
    private long lastEntry;
    private boolean hasEntry;
    private int[] raised;

    RevisionTrack(SeriesState state, Running running, int number, Rolling window, int kpis, long from, long reach) {
        this.state = state;
        this.running = running;
        this.number = number;
        this.kpis = kpis;
        this.reach = reach;
        this.lastEntry = from - reach;
        this.base = new int[kpis];
        this.raised = new int[kpis];
        if (running.revisionMarks[number] > 0) {
            findEntryBefore(from, window);
        }
    }

    private void findEntryBefore(long from, Rolling window) {
        for (long end = from - window.step(); end >= from - reach; end -= window.step()) {
            int[] entry = state.revisions(number, end);
            if (entry != null) {
                base = entry;
                lastEntry = end;
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
            lastEntry = end;
        }
    }

    /** The revision of each KPI at the present end, these causes counted. */
    int[] revisions() {
        return plus(raised);
    }

    boolean isRaised(int kpi) {
        return raised[kpi] > 0;
    }

    /** From this end on, so many causes changed each KPI. */
    void raise(long end, int[] changes) {
        boolean differs = !Arrays.equals(changes, raised);
        raised = changes;
        if (differs) {
            put(end, raised);
        } else {
            hold(end);
        }
    }

    /** Keeps raising what was raised, at an end where nothing new happens. */
    void hold(long end) {
        if ((hasEntry || end - lastEntry >= reach) && isAnyRaised()) {
            put(end, raised);
        }
    }

    /** The walk stops here: {@code next} is the first end that is not final, and so has revision 0. */
    void stop(long next) {
        if (!isAnyRaised()) {
            return;
        }
        moveTo(next);
        if (!hasEntry) {
            base = new int[kpis];
            put(next, new int[kpis]);
        }
    }

    private boolean isAnyRaised() {
        for (int more : raised) {
            if (more > 0) {
                return true;
            }
        }
        return false;
    }

    private void put(long end, int[] more) {
        state.putRevisions(number, end, plus(more));
        lastEntry = end;
        if (!hasEntry) {
            running.revisionMarks[number]++;
            hasEntry = true;
        }
    }

    private int[] plus(int[] more) {
        int[] sums = base.clone();
        for (int k = 0; k < kpis; k++) {
            sums[k] += more[k];
        }
        return sums;
    }
}
