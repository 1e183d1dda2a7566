package com.sentia.analytics.window;

import com.sentia.analytics.kpi.Window.Rolling;

/**
 * From where on a rolling window has slices: most series have few, and where none can be none is looked for in state.
 *
 * <p>Invariants, E being the last end evaluated ({@link Running#asOf}): no slice ends in (E − size, {@link #oldest}), and none in
 * (E, {@link #next}). Where a slice may be there need be none. Ends up to E − size are not spoken of.
 */
public final class SliceBounds {
    /** Behind every end: there is no slice. */
    private static final long NONE = Long.MAX_VALUE;

    /** Of the slices up to the last end evaluated. */
    public long oldest = NONE;
    /** Of the slices after it. */
    public long next = NONE;

    /** @param latest no slice known before ends after it; {@link Running#NEVER} when there was none */
    void add(long end, long asOf, long latest) {
        if (end <= asOf) {
            oldest = Math.min(oldest, end);
        } else {
            next = next > latest ? end : Math.min(next, end);
        }
    }

    /** @param latest no slice ends after it */
    boolean mayHaveSlice(long end, long asOf, long latest) {
        return end <= latest && end >= (end <= asOf ? oldest : next);
    }

    /** The window has been evaluated at this end, later than all before. */
    void moveTo(long end, Rolling window) {
        oldest = Math.max(Math.min(oldest, next), end - window.size() + window.step());
        next = Math.max(next, end + window.step());
    }

    public SliceBounds copy() {
        SliceBounds copy = new SliceBounds();
        copy.oldest = oldest;
        copy.next = next;
        return copy;
    }
}
