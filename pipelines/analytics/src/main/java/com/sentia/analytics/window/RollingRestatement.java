package com.sentia.analytics.window;

import com.sentia.analytics.fact.Contribution;
import com.sentia.analytics.kpi.Window.Rolling;
import com.sentia.analytics.window.KpiRow.Stage;
import com.sentia.analytics.window.SeriesPlan.RollingWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the final change points of a rolling window after a cause has changed slices behind the last final end.
 *
 * <p>Walks the ends from the first slice changed to one window size after the last, keeping the totals as they are and as
 * they were. Each slice is read once, so the cost is that of the ends whose value changes.
 */
final class RollingRestatement {
    private final SeriesPlan plan;
    private final RollingWindow rolling;
    private final Rolling window;
    private final long lastFinal;
    private final SeriesState state;
    private final SeriesOutput output;
    private final RowWriter rows;
    private final LedgerEntries ledger;

    RollingRestatement(SeriesPlan plan, RollingWindow rolling, long lastFinal, SeriesState state, SeriesOutput output) {
        this.plan = plan;
        this.rolling = rolling;
        this.window = rolling.window();
        this.lastFinal = lastFinal;
        this.state = state;
        this.output = output;
        this.rows = new RowWriter(output);
        this.ledger = new LedgerEntries(plan.kpis);
    }

    /** The slices must hold the late contributions already, the running totals must not matter. */
    void apply(List<Contribution> late, Running running) {
        NavigableMap<Long, MergedChange> changes = new TreeMap<>();
        late.forEach(contribution -> changes.computeIfAbsent(
                        window.sliceEnd(contribution.timeMicros()), absent -> MergedChange.none(plan.measures))
                .add(MergedChange.of(List.of(contribution), plan.measures)));
        for (NavigableMap<Long, MergedChange> span : spans(changes)) {
            walk(span, running);
        }
        ledger.write(window, output);
    }

    /** Changes further apart than the window's size touch no common end and are walked apart. */
    private List<NavigableMap<Long, MergedChange>> spans(NavigableMap<Long, MergedChange> changes) {
        List<NavigableMap<Long, MergedChange>> spans = new ArrayList<>();
        long reach = Running.NEVER;
        for (Map.Entry<Long, MergedChange> change : changes.entrySet()) {
            if (spans.isEmpty() || change.getKey() > reach) {
                spans.add(new TreeMap<>());
            }
            spans.get(spans.size() - 1).put(change.getKey(), change.getValue());
            reach = change.getKey() + window.size();
        }
        return spans;
    }

    private void walk(NavigableMap<Long, MergedChange> changes, Running running) {
        long from = changes.firstKey();
        long to = Math.min(changes.lastKey() + window.size(), lastFinal);
        int sizeInSteps = (int) (window.size() / window.step());
        @Nullable Slice[] slices = slices(from - window.size(), to);
        long[] after = new long[2 * plan.measures];
        MemberCounts members = MemberCounts.inMemory();
        for (int i = 0; i < sizeInSteps; i++) {
            plan.shift(after, members, slices[i], 1);
        }
        RevisionTrack revisions = new RevisionTrack(state, running, rolling.number(), window, plan.kpis.size(), from);
        MergedChange active = MergedChange.none(plan.measures);
        long[] before = after.clone();
        long changed = 0;
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
            activate(changes.get(end), changes.get(end - window.size()), active);
            long[] stepBefore = active.before(stepAfter, members, plan.members);
            long nowChanged = changedKpis(stepBefore, stepAfter);
            revisions.raise(end, nowChanged);
            correctRows(end, new Step(before, stepBefore, after, stepAfter), revisions);
            enterInLedger(end, changed, nowChanged, stepBefore, stepAfter);
            changed = nowChanged;
            before = stepBefore;
            after = stepAfter;
        }
        for (int k = 0; k < plan.kpis.size(); k++) {
            if ((changed & 1L << k) != 0) {
                ledger.lastChanged(k, to);
            }
        }
        revisions.stop(to + window.step());
    }

    /** Totals one step earlier and now, as they were before the cause and as they are after it. */
    @SuppressWarnings("ArrayRecordComponent") // longs on the hot path; never compared
    private record Step(long[] earlierBefore, long[] nowBefore, long[] earlierAfter, long[] nowAfter) {}

    private static void activate(@Nullable MergedChange in, @Nullable MergedChange out, MergedChange active) {
        if (in != null) {
            active.add(in);
        }
        if (out != null) {
            active.takeOff(out);
        }
    }

    private long changedKpis(long[] before, long[] after) {
        long changed = 0;
        for (int k = 0; k < plan.kpis.size(); k++) {
            if (plan.kpis.get(k).differs(before, after)) {
                changed |= 1L << k;
            }
        }
        return changed;
    }

    private void correctRows(long end, Step step, RevisionTrack revisions) {
        for (int k = 0; k < plan.kpis.size(); k++) {
            KpiEvaluator kpi = plan.kpis.get(k);
            boolean wasRow = kpi.differs(step.earlierBefore, step.nowBefore);
            boolean isRow = kpi.differs(step.earlierAfter, step.nowAfter);
            if (isRow) {
                boolean same = wasRow
                        && !kpi.differs(step.nowBefore, step.nowAfter)
                        && kpi.count(step.nowBefore) == kpi.count(step.nowAfter);
                if (!same) {
                    rows.upsert(kpi, window, end, step.nowAfter, revisions.revision(k), Stage.RESTATED);
                }
            } else if (wasRow) {
                rows.delete(kpi, window, end, revisions.revision(k), Stage.RESTATED);
            }
        }
    }

    private void enterInLedger(long end, long changed, long nowChanged, long[] before, long[] after) {
        for (int k = 0; k < plan.kpis.size(); k++) {
            if ((nowChanged & 1L << k) != 0) {
                ledger.changed(k, end, before, after);
            } else if ((changed & 1L << k) != 0) {
                ledger.lastChanged(k, end - window.step());
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
