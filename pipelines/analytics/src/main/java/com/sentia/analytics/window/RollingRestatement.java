package com.sentia.analytics.window;

import com.sentia.analytics.fact.CausedChange;
import com.sentia.analytics.kpi.Window.Rolling;
import com.sentia.analytics.window.KpiRow.Stage;
import com.sentia.analytics.window.SeriesPlan.RollingWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the final change points of a rolling window after causes have changed slices behind the last final end.
 *
 * <p>Walks the ends from the first slice changed to one window size after the last, keeping the totals as they are and as
 * they were. Each slice is read and each row written once, however many causes there are.
 */
final class RollingRestatement {
    private final SeriesPlan plan;
    private final RollingWindow rolling;
    private final Rolling window;
    private final long lastFinal;
    private final SeriesState state;
    private final SeriesOutput output;
    private final RowWriter rows;

    RollingRestatement(SeriesPlan plan, RollingWindow rolling, long lastFinal, SeriesState state, SeriesOutput output) {
        this.plan = plan;
        this.rolling = rolling;
        this.window = rolling.window();
        this.lastFinal = lastFinal;
        this.state = state;
        this.output = output;
        this.rows = new RowWriter(output);
    }

    /** The slices must hold the changes already, the running totals must not matter. */
    void apply(List<CausedChange> changes, Running running) {
        List<LateCause> causes = LateCause.among(changes, plan, window::sliceEnd, lastFinal);
        for (Span span : spans(causes)) {
            walk(span, new ActiveCauses(plan, window, causes), running);
        }
        causes.forEach(cause -> cause.writeLedger(window, output));
    }

    /** Ends of the first and the last slice changed. */
    private record Span(long first, long last) {}

    /** Changes further apart than the window's size touch no common end and are walked apart. */
    private List<Span> spans(List<LateCause> causes) {
        TreeSet<Long> ends = new TreeSet<>();
        causes.forEach(cause -> ends.addAll(cause.bySlice.keySet()));
        List<Span> spans = new ArrayList<>();
        for (long end : ends) {
            int latest = spans.size() - 1;
            if (spans.isEmpty() || end > spans.get(latest).last + window.size()) {
                spans.add(new Span(end, end));
            } else {
                spans.set(latest, new Span(spans.get(latest).first, end));
            }
        }
        return spans;
    }

    private void walk(Span span, ActiveCauses causes, Running running) {
        long from = span.first;
        long to = Math.min(span.last + window.size(), lastFinal);
        int sizeInSteps = (int) (window.size() / window.step());
        @Nullable Slice[] slices = slices(from - window.size(), to);
        long[] after = new long[2 * plan.measures];
        MemberCounts members = MemberCounts.inMemory();
        for (int i = 0; i < sizeInSteps; i++) {
            plan.shift(after, members, slices[i], 1);
        }
        RevisionTrack revisions = new RevisionTrack(state, running, rolling.number(), window, plan.kpis.size(), from);
        long[] before = after.clone();
        int i = sizeInSteps;
        for (long end = from; end <= to; end += window.step(), i++) {
            revisions.moveTo(end);
            if (slices[i] == null && slices[i - sizeInSteps] == null) {
                revisions.hold(end);
                continue;
            }
            long[] stepAfter = after.clone();
            plan.shift(stepAfter, members, slices[i], 1);
            plan.shift(stepAfter, members, slices[i - sizeInSteps], -1);
            causes.enter(end);
            causes.leave(end - window.size());
            int[] raised = new int[plan.kpis.size()];
            long[] stepBefore = causes.takeOff(end, stepAfter, members, raised);
            revisions.raise(end, raised);
            correctRows(end, new Step(before, stepBefore, after, stepAfter), revisions);
            before = stepBefore;
            after = stepAfter;
        }
        causes.stop(to);
        revisions.stop(to + window.step());
    }

    /** Totals one step earlier and now, as they were before the causes and as they are after them. */
    @SuppressWarnings("ArrayRecordComponent") // longs on the hot path; never compared
    private record Step(long[] earlierBefore, long[] nowBefore, long[] earlierAfter, long[] nowAfter) {}

    private void correctRows(long end, Step step, RevisionTrack revisions) {
        for (int k = 0; k < plan.kpis.size(); k++) {
            KpiEvaluator kpi = plan.kpis.get(k);
            boolean wasRow = kpi.differs(step.earlierBefore, step.nowBefore);
            boolean isRow = kpi.differs(step.earlierAfter, step.nowAfter);
            if (isRow) {
                boolean same =
                        wasRow && !revisions.isRaised(k) && kpi.count(step.nowBefore) == kpi.count(step.nowAfter);
                if (!same) {
                    rows.upsert(kpi, window, end, step.nowAfter, revisions.revision(k), Stage.RESTATED);
                }
            } else if (wasRow) {
                rows.delete(kpi, window, end, revisions.revision(k), Stage.RESTATED);
            }
        }
    }

    private @Nullable Slice[] slices(long from, long to) {
        @Nullable Slice[] slices = new Slice[(int) ((to - from) / window.step()) + 1];
        for (int i = 0; i < slices.length; i++) {
            slices[i] = state.slice(rolling.grain(), from + i * window.step());
        }
        return slices;
    }
}
