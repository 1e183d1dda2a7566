package com.sentia.analytics.window;

import com.sentia.analytics.fact.RateDay;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The keyed state of one series (dimension set and members). Objects handed out may be changed; a change counts once it
 * has been put back.
 */
public interface SeriesState {

    /** Never null: a new series starts with an empty one. */
    Running running();

    void putRunning(Running running);

    @Nullable
    Slice slice(int grain, long end);

    void putSlice(int grain, long end, Slice slice);

    /** Forgets the members kept apart too. */
    void removeSlice(int grain, long end);

    /** Removes the slices of these grains that end after {@code from} and not after {@code to}, a day or so; costs what there is of them. */
    void removeSlices(IntPredicate grains, long from, long to);

    /** More members than these a slice keeps apart. */
    int mostMembersInside();

    /** Facts of a member in a slice that keeps its members apart. */
    int sliceMember(int grain, long end, String member);

    /** 0 forgets the member. */
    void putSliceMember(int grain, long end, String member, int facts);

    /** All members of a slice that keeps them apart. */
    Map<String, Integer> sliceMembers(int grain, long end);

    /** Facts of a distinct member in the rolling window at its last end evaluated. */
    int memberCount(int window, String member);

    /** 0 forgets the member. */
    void putMemberCount(int window, String member, int count);

    /** The KPIs, as bits, that have an open row at an end not yet final. */
    long openKpis(int window, long end);

    /** 0 forgets the end. */
    void putOpenKpis(int window, long end, long kpis);

    /** Revision per KPI from this end on, until the next end that has an entry; null where there is none. */
    int @Nullable [] revisions(int window, long end);

    /** Null forgets the entry. */
    void putRevisions(int window, long end, int @Nullable [] revisions);

    /** What came in one currency and on one business day; null when nothing did. */
    @Nullable
    NativeSums nativeSums(RateDay rateDay);

    /** Null forgets them. */
    void putNativeSums(RateDay rateDay, @Nullable NativeSums sums);

    /** All of them, as they are now. */
    Map<RateDay, NativeSums> nativeSums();

    /** What is remembered beside the state, of this series alone; may have been lost ({@link WindowEngine#newOpenTotals}). */
    OpenTotals openTotals();

    /** Forgets every revision. */
    void clearRevisions();

    /** Forgets what is remembered as {@link #running}; nothing else may be left. */
    void clear();
}
