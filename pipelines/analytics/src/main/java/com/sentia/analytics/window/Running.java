package com.sentia.analytics.window;

import com.sentia.analytics.kpi.Window.Rolling;
import java.util.Arrays;

/**
 * What a series remembers beside its slices: per window the totals at the last end evaluated, and what was last shown
 * of it while open. Mutable; written back whole by {@link SeriesState#putRunning}.
 *
 * <p>Indexes are those of the windows in {@link SeriesPlan}. Fields of calendar windows that only rolling ones need stay
 * unused.
 */
public final class Running {
    /** No instant: before every other. */
    public static final long NEVER = Long.MIN_VALUE;

    /** Latest event time of any fact. */
    public long latestFact = NEVER;
    /** Whether a refresh of the open values has been asked for and not yet come. */
    public boolean isRefreshDue;
    /** Number of calendar days that have a slice; at none the series is forgotten. */
    public int days;
    /** Per window the last end at which the totals changed by time. */
    public long[] asOf;
    /** Per window its totals at {@link #asOf} and, no slice moving, ever since. */
    public Totals[] totals;
    /** Per window where its slices begin. */
    public SliceBounds[] bounds;
    /** Per window the end of the last open row. */
    public long[] shownEnd;
    /** Per window what the last open row was evaluated from; empty while there was none. */
    public long[][] shown;
    /** Per window the number of ends with an open row that have not become final. */
    public int[] openEnds;
    /** Per window the number of ends at which the revision changes. */
    public int[] revisionMarks;

    public Running(int windows, int width, int spreads) {
        asOf = new long[windows];
        shownEnd = new long[windows];
        Arrays.fill(asOf, NEVER);
        Arrays.fill(shownEnd, NEVER);
        totals = new Totals[windows];
        bounds = new SliceBounds[windows];
        for (int w = 0; w < windows; w++) {
            totals[w] = new Totals(width, spreads);
            bounds[w] = new SliceBounds();
        }
        shown = new long[windows][0];
        openEnds = new int[windows];
        revisionMarks = new int[windows];
    }

    /** Whether no fact is known, as of a series that is new or was forgotten; a timer may outlive it. */
    boolean isForgotten() {
        return latestFact == NEVER;
    }

    boolean hasRevisions() {
        return Arrays.stream(revisionMarks).anyMatch(marks -> marks > 0);
    }

    /** To be called before {@link #latestFact} is moved on to the contribution that the slice gets. */
    void addToBounds(int number, Rolling window, long end) {
        bounds[number].add(end, asOf[number], latestEnd(window));
    }

    /** Whether a slice may end here, at the last end evaluated less the window's size or later. */
    boolean mayHaveSlice(int number, Rolling window, long end) {
        return bounds[number].mayHaveSlice(end, asOf[number], latestEnd(window));
    }

    void moveTo(long end, int number, Rolling window) {
        bounds[number].moveTo(end, window);
        asOf[number] = end;
    }

    private long latestEnd(Rolling window) {
        return latestFact == NEVER ? NEVER : window.sliceEnd(latestFact);
    }
}
