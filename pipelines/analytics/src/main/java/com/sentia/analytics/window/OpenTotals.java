package com.sentia.analytics.window;

import com.sentia.analytics.fact.Contribution;
import com.sentia.analytics.kpi.Window.Rolling;
import com.sentia.analytics.window.SeriesPlan.RollingWindow;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the rolling windows of one series amounted to when they were last shown open, moved on by every contribution since: else each
 * refresh would count anew all members that came since the last final end. In memory only: when it is lost, or a change of final values makes
 * it doubtful, the next refresh computes it from state.
 *
 * <p>Invariant: totals that are remembered are the sum of all slices whose end lies in (end − size, end]. The members' counts that belong to
 * them are not kept: a member has at the end what it has at the last final end, and in the slices that came in since, less what it has in
 * those that fell out.
 */
public final class OpenTotals {
    /** Further behind the last final end looking a member up costs more than it saves. */
    private static final int MOST_STEPS = 8;

    private final SeriesPlan plan;
    private final boolean isRemembering;
    private final @Nullable At[] shown;

    private static final class At {
        final Totals totals;
        long end;

        At(Totals totals, long end) {
            this.totals = totals;
            this.end = end;
        }
    }

    OpenTotals(SeriesPlan plan) {
        this.plan = plan;
        this.isRemembering = !plan.members.isEmpty() && !plan.hasLevels && !plan.isWide;
        this.shown = new At[plan.shownWindows.size()];
    }

    void forget() {
        Arrays.fill(shown, null);
    }

    /** To be called before the slices have the contribution, which must change no value that is final. */
    void add(Contribution contribution, long finalTo, Running running, SeriesState state) {
        for (RollingWindow rolling : plan.rolling) {
            At at = shown[rolling.number()];
            if (at == null) {
                continue;
            }
            Rolling window = rolling.window();
            long lastFinal = WindowEngine.lastFinal(rolling, finalTo, running);
            if (!isNear(window, at.end, lastFinal)) {
                shown[rolling.number()] = null;
                continue;
            }
            long end = window.sliceEnd(contribution.timeMicros());
            if (end > at.end - window.size() && end <= at.end) {
                Counts counts = new Counts(rolling, state, lastFinal, at.end);
                plan.shift(at.totals, counts, contribution.values(), contribution.tallies(), 1);
            }
        }
    }

    /** The totals at an end that is not final; to be read at once, not kept. */
    Totals at(RollingWindow rolling, long end, long lastFinal, Running running, SeriesState state) {
        if (!isRemembering || !isNear(rolling.window(), end, lastFinal)) {
            shown[rolling.number()] = null;
            return anew(rolling, end, lastFinal, running, state);
        }
        At at = shown[rolling.number()];
        if (at == null || at.end > end || at.end < lastFinal) {
            at = new At(anew(rolling, end, lastFinal, running, state), end);
            shown[rolling.number()] = at;
        }
        moveTo(end, at, rolling, lastFinal, running, state);
        return at.totals;
    }

    private static boolean isNear(Rolling window, long end, long lastFinal) {
        return lastFinal != Running.NEVER && end >= lastFinal && end - lastFinal <= MOST_STEPS * window.step();
    }

    private void moveTo(long end, At at, RollingWindow rolling, long lastFinal, Running running, SeriesState state) {
        Rolling window = rolling.window();
        Slices slices = new Slices(plan, state);
        Counts counts = new Counts(rolling, state, lastFinal, at.end);
        while (at.end < end) {
            at.end += window.step();
            plan.enter(at.totals, counts, slices.whole(rolling, at.end, running));
            counts.lastIn = at.end;
            plan.leave(at.totals, counts, slices.whole(rolling, at.end - window.size(), running));
            counts.lastOut = at.end - window.size();
        }
    }

    /** From the last final end or from nothing, whichever is fewer steps; levels only from a final end. */
    private Totals anew(RollingWindow rolling, long end, long lastFinal, Running running, SeriesState state) {
        Rolling window = rolling.window();
        Slices slices = new Slices(plan, state);
        boolean isFromFinal = lastFinal != Running.NEVER && (end - lastFinal <= window.size() / 2 || plan.hasLevels);
        Totals totals = isFromFinal ? running.totals[rolling.number()].copy() : plan.newTotals();
        MemberCounts members = isFromFinal
                ? MemberCounts.overlay(member -> state.memberCount(rolling.number(), member))
                : MemberCounts.inMemory();
        long from = isFromFinal ? lastFinal : end - window.size();
        for (long step = from + window.step(); step <= end; step += window.step()) {
            plan.enter(totals, members, slices.whole(rolling, step, running));
            if (isFromFinal) {
                plan.leave(totals, members, slices.whole(rolling, step - window.size(), running));
            }
        }
        return totals;
    }

    /** Looks up what members have at an end that is not final; what changes it is written to the slices, not here. */
    private final class Counts extends MemberCounts {
        /** The ends of the last slice that came in and of the last that fell out. */
        long lastIn;

        long lastOut;

        private final RollingWindow rolling;
        private final SeriesState state;
        private final Slices slices;
        private final long lastFinal;

        Counts(RollingWindow rolling, SeriesState state, long lastFinal, long end) {
            this.rolling = rolling;
            this.state = state;
            this.slices = new Slices(plan, state);
            this.lastFinal = lastFinal;
            this.lastIn = end;
            this.lastOut = end - rolling.window().size();
        }

        @Override
        int count(String member) {
            return state.memberCount(rolling.number(), member)
                    + facts(lastFinal, lastIn, member)
                    - facts(lastFinal - rolling.window().size(), lastOut, member);
        }

        private int facts(long from, long to, String member) {
            int facts = 0;
            for (long end = from + rolling.window().step();
                    end <= to;
                    end += rolling.window().step()) {
                facts += slices.facts(rolling.grain(), end, member);
            }
            return facts;
        }

        @Override
        void put(String member, int count) {}
    }
}
