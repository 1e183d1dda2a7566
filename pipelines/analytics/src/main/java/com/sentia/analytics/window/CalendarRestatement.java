package com.sentia.analytics.window;

import com.sentia.analytics.fact.Contribution;
import com.sentia.analytics.window.KpiRow.Stage;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;

/** Corrects the rows of one calendar window that were final when a cause changed them. */
final class CalendarRestatement {
    private final SeriesPlan plan;
    private final CalendarWindow window;
    private final SeriesState state;
    private final CalendarSlices slices;
    private final RowWriter rows;
    private final LedgerEntries ledger;

    CalendarRestatement(SeriesPlan plan, CalendarWindow window, SeriesState state, SeriesOutput output) {
        this.plan = plan;
        this.window = window;
        this.state = state;
        this.slices = new CalendarSlices(plan, state);
        this.rows = new RowWriter(output);
        this.ledger = new LedgerEntries(plan.kpis);
    }

    /**
     * The slices must hold the contributions already.
     *
     * @param late by the end of their window
     */
    void apply(NavigableMap<Long, List<Contribution>> late, Running running, SeriesOutput output) {
        for (Map.Entry<Long, List<Contribution>> changes : late.entrySet()) {
            correct(changes.getKey(), MergedChange.of(changes.getValue(), plan.measures), running);
        }
        ledger.write(window.window(), output);
    }

    private void correct(long end, MergedChange change, Running running) {
        Slice slice = Objects.requireNonNull(state.slice(window.grain(), end));
        long[] after = slices.totals(window, slice);
        long[] before = change.before(after, slices.members(window, end, slice), plan.members);
        int number = window.number();
        int[] known = state.revisions(number, end);
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
                rows.upsert(kpi, window.window(), end, after, revisions[k], Stage.RESTATED);
            } else if (wasRow && !isRow) {
                rows.delete(kpi, window.window(), end, revisions[k], Stage.RESTATED);
            }
        }
        if (isRaised) {
            state.putRevisions(number, end, revisions);
            running.revisionMarks[number] += known == null ? 1 : 0;
        }
    }
}
