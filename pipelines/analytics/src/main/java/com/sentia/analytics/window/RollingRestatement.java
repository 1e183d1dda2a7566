package com.sentia.analytics.window;

import com.sentia.analytics.fact.CausedChange;
import com.sentia.analytics.kpi.Window.Rolling;
import com.sentia.analytics.window.SeriesPlan.RollingWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the final change points of a rolling window after causes have changed slices behind the last final end.
 *
 * <p>Walks the ends from the first slice changed to one window size after the last, of levels to the last final end, keeping the totals as they are and as
 * they were. Each slice is read and each row written once, however many causes there are.
 */
final class RollingRestatement {
    private final SeriesPlan plan;
    private final RollingWindow rolling;
    private final Rolling window;
    private final long retention;
    private final long lastFinal;
    private final SeriesState state;
    private final SeriesOutput output;
    private final Corrections corrections;

    RollingRestatement(
            SeriesPlan plan,
            RollingWindow rolling,
            long retention,
            long lastFinal,
            SeriesState state,
            SeriesOutput output) {
        this.retention = retention;
        this.plan = plan;
        this.rolling = rolling;
        this.window = rolling.window();
        this.lastFinal = lastFinal;
        this.state = state;
        this.output = output;
        this.corrections = new Corrections(plan.kpis, output);
    }

    /** Slices and running totals must hold the changes already. */
    void apply(List<CausedChange> changes, Running running) {
        List<LateCause> causes = LateCause.among(changes, plan, window::sliceEnd, lastFinal);
        for (Span span : spans(causes)) {
            walk(span, new ActiveCauses(plan, window, causes), running);
        }
        corrections.write();
        causes.forEach(cause -> cause.writeLedger(window, output));
    }

    /** Ends of the first and the last slice changed. */
    private record Span(long first, long last) {}

    /** Changes further apart than the window's size touch no common end and are walked apart; those of levels do. */
    private List<Span> spans(List<LateCause> causes) {
        TreeSet<Long> ends = new TreeSet<>();
        causes.forEach(cause -> ends.addAll(cause.bySlice.keySet()));
        List<Span> spans = new ArrayList<>();
        for (long end : ends) {
            int latest = spans.size() - 1;
            if (spans.isEmpty() || (!plan.hasLevels && end > spans.get(latest).last + window.size())) {
                spans.add(new Span(end, end));
            } else {
                spans.set(latest, new Span(spans.get(latest).first, end));
            }
        }
        return spans;
    }

    private void walk(Span span, ActiveCauses causes, Running running) {
        long from = span.first;
        // What a level was left at holds on.
        long to = plan.hasLevels ? lastFinal : Math.min(span.last + window.size(), lastFinal);
        int sizeInSteps = (int) (window.size() / window.step());
        @Nullable Slice[] slices = slices(from - window.size(), to);
        MemberCounts members = MemberCounts.inMemory();
        Totals after = totalsBefore(slices, sizeInSteps, members, running);
        Totals before = after.copy();
        RevisionTrack revisions = new RevisionTrack(
                state,
                running,
                rolling.number(),
                window,
                plan.kpis.size(),
                from,
                plan.hasLevels ? retention : window.size());
        int i = sizeInSteps;
        for (long end = from; end <= to; end += window.step(), i++) {
            revisions.moveTo(end);
            if (slices[i] == null && slices[i - sizeInSteps] == null && !plan.isClocked) {
                revisions.hold(end);
                continue;
            }
            Totals stepAfter = after.copy();
            plan.enter(stepAfter, members, slices[i]);
            plan.leave(stepAfter, members, slices[i - sizeInSteps]);
            causes.enter(end);
            causes.leave(end - window.size());
            int[] raised = new int[plan.kpis.size()];
            Totals stepBefore = causes.takeOff(end, stepAfter, members, raised);
            revisions.raise(end, raised);
            correctRows(end, new Step(before, stepBefore, after, stepAfter), revisions);
            before = stepBefore;
            after = stepAfter;
        }
        causes.stop(to);
        revisions.stop(to + window.step());
    }

    /** The totals one step before the walk: of its first slices, and of levels what they are now less what came since. */
    private Totals totalsBefore(@Nullable Slice[] slices, int sizeInSteps, MemberCounts members, Running running) {
        Totals totals = plan.newTotals();
        for (int i = 0; i < sizeInSteps; i++) {
            Slice slice = slices[i];
            if (slice != null) {
                plan.shift(totals, members, plan.withoutLevels(slice.values()), slice.tallies(), 1);
            }
        }
        if (plan.hasLevels) {
            Totals.add(totals.values, plan.onlyLevels(running.totals[rolling.number()].values));
            for (int i = sizeInSteps; i < slices.length; i++) {
                Slice slice = slices[i];
                if (slice != null) {
                    Totals.subtract(totals.values, plan.onlyLevels(slice.values()));
                }
            }
        }
        return totals;
    }

    /** Totals one step earlier and now, as they were before the causes and as they are after them. */
    private record Step(Totals earlierBefore, Totals nowBefore, Totals earlierAfter, Totals nowAfter) {}

    private void correctRows(long end, Step step, RevisionTrack revisions) {
        long[] earlierBefore = plan.row(step.earlierBefore, window, end - window.step());
        long[] nowBefore = plan.row(step.nowBefore, window, end);
        long[] earlierAfter = plan.row(step.earlierAfter, window, end - window.step());
        long[] nowAfter = plan.row(step.nowAfter, window, end);
        long upserts = 0;
        long deletes = 0;
        for (int k = 0; k < plan.kpis.size(); k++) {
            KpiEvaluator kpi = plan.kpis.get(k);
            boolean wasRow = kpi.differs(earlierBefore, nowBefore);
            boolean isRow = kpi.differs(earlierAfter, nowAfter);
            if (isRow) {
                boolean same = wasRow && !revisions.isRaised(k) && kpi.count(nowBefore) == kpi.count(nowAfter);
                upserts |= same ? 0 : 1L << k;
            } else if (wasRow) {
                deletes |= 1L << k;
            }
        }
        if ((upserts | deletes) != 0) {
            corrections.add(new Corrections.End(window, end, nowAfter, revisions.revisions(), upserts, deletes));
        }
    }

    private @Nullable Slice[] slices(long from, long to) {
        Slices whole = new Slices(plan, state);
        @Nullable Slice[] slices = new Slice[(int) ((to - from) / window.step()) + 1];
        for (int i = 0; i < slices.length; i++) {
            slices[i] = whole.whole(rolling.grain(), from + i * window.step());
        }
        return slices;
    }
}
