package com.sentia.analytics.window;

import com.sentia.analytics.fact.Contribution;
import com.sentia.analytics.window.KpiRow.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Corrects the rows of calendar days that were final when a cause changed them. */
final class DayRestatement {
    private final SeriesPlan plan;
    private final SeriesState state;
    private final SeriesOutput output;
    private final RowWriter rows;

    DayRestatement(SeriesPlan plan, SeriesState state, SeriesOutput output) {
        this.plan = plan;
        this.state = state;
        this.output = output;
        this.rows = new RowWriter(output);
    }

    /** The slices must hold the contributions already. */
    void apply(List<Contribution> contributions, long finalTo, Running running) {
        Map<Long, List<Contribution>> late = new TreeMap<>();
        for (Contribution contribution : contributions) {
            long end = plan.day.sliceEnd(contribution.timeMicros());
            if (end <= finalTo) {
                late.computeIfAbsent(end, absent -> new ArrayList<>()).add(contribution);
            }
        }
        LedgerEntries ledger = new LedgerEntries(plan.kpis);
        late.forEach((end, changes) -> correct(end, MergedChange.of(changes, plan.measures), running, ledger));
        ledger.write(plan.day, output);
    }

    private void correct(long end, MergedChange change, Running running, LedgerEntries ledger) {
        Slice slice = java.util.Objects.requireNonNull(state.slice(plan.dayGrain, end));
        long[] after = plan.totalsOf(slice);
        MemberCounts members = MemberCounts.overlay(member -> slice.members().getOrDefault(member, 0));
        long[] before = change.before(after, members, plan.distinct);
        int[] known = state.revisions(plan.dayWindow, end);
        int[] revisions = known == null ? new int[plan.kpis.size()] : known;
        boolean isRaised = false;
        for (int k = 0; k < plan.kpis.size(); k++) {
            KpiEvaluator kpi = plan.kpis.get(k);
            boolean wasRow = kpi.hasFacts(before);
            boolean isRow = kpi.hasFacts(after);
            boolean isChanged = wasRow != isRow || (isRow && kpi.differs(before, after));
            if (isChanged) {
                revisions[k]++;
                isRaised = true;
                ledger.changed(k, end, before, after);
                ledger.lastChanged(k, end);
            }
            if (isRow && (isChanged || kpi.count(before) != kpi.count(after))) {
                rows.upsert(kpi, plan.day, end, after, revisions[k], Stage.RESTATED);
            } else if (wasRow && !isRow) {
                rows.delete(kpi, plan.day, end, revisions[k], Stage.RESTATED);
            }
        }
        if (isRaised) {
            state.putRevisions(plan.dayWindow, end, revisions);
            running.revisionMarks[plan.dayWindow] += known == null ? 1 : 0;
        }
    }
}
