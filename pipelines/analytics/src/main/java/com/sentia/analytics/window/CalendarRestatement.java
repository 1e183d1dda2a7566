package com.sentia.analytics.window;

import com.sentia.analytics.window.KpiRow.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** Corrects the rows of one calendar window that were final when causes changed them. */
final class CalendarRestatement {
    private final SeriesPlan plan;
    private final CalendarWindow window;
    private final SeriesState state;
    private final SeriesOutput output;
    private final CalendarSlices slices;
    private final RowWriter rows;

    CalendarRestatement(SeriesPlan plan, CalendarWindow window, SeriesState state, SeriesOutput output) {
        this.plan = plan;
        this.window = window;
        this.state = state;
        this.output = output;
        this.slices = new CalendarSlices(plan, state);
        this.rows = new RowWriter(output);
    }

    /** What one cause changes in one window. */
    private record Part(LateCause cause, MergedChange change) {}

    /** The slices must hold the changes already. */
    void apply(List<LateCause> causes, Running running) {
        NavigableMap<Long, List<Part>> byEnd = new TreeMap<>();
        for (LateCause cause : causes) {
            cause.bySlice.forEach((end, change) ->
                    byEnd.computeIfAbsent(end, absent -> new ArrayList<>()).add(new Part(cause, change)));
        }
        byEnd.forEach((end, parts) -> correct(end, parts, running));
        causes.forEach(cause -> cause.writeLedger(window.window(), output));
    }

    private void correct(long end, List<Part> parts, Running running) {
        Slice slice = Objects.requireNonNull(state.slice(window.grain(), end));
        Totals totals = slices.totals(slice);
        long[] now = slices.row(window, end, totals);
        int[] raised = new int[plan.kpis.size()];
        long[] before = takeOff(end, parts, totals, slices.members(window, end, slice), raised);
        int number = window.number();
        int[] known = state.revisions(number, end);
        int[] revisions = known == null ? new int[plan.kpis.size()] : known;
        boolean isAnyRaised = false;
        for (int k = 0; k < plan.kpis.size(); k++) {
            KpiEvaluator kpi = plan.kpis.get(k);
            revisions[k] += raised[k];
            isAnyRaised |= raised[k] > 0;
            boolean isRow = kpi.hasFacts(now);
            if (isRow && (raised[k] > 0 || kpi.count(before) != kpi.count(now))) {
                rows.upsert(kpi, window.window(), end, now, revisions[k], Stage.RESTATED);
            } else if (kpi.hasFacts(before) && !isRow) {
                rows.delete(kpi, window.window(), end, revisions[k], Stage.RESTATED);
            }
        }
        if (isAnyRaised) {
            state.putRevisions(number, end, revisions);
            running.revisionMarks[number] += known == null ? 1 : 0;
        }
    }

    /** The row as it was before all of the causes; the one that came last is taken off first. */
    private long[] takeOff(long end, List<Part> parts, Totals totals, MemberCounts members, int[] raised) {
        MemberCounts counts = MemberCounts.overlay(members::count);
        Totals before = totals.copy();
        long[] after = slices.row(window, end, totals);
        for (int p = parts.size() - 1; p >= 0; p--) {
            Part part = parts.get(p);
            plan.shift(before, counts, part.change.values(), part.change.tallies(), -1);
            long[] row = slices.row(window, end, before.copy());
            enterInLedger(part.cause.ledger, end, row, after, raised);
            after = row;
        }
        return after;
    }

    private void enterInLedger(LedgerEntries ledger, long end, long[] before, long[] after, int[] raised) {
        for (int k = 0; k < plan.kpis.size(); k++) {
            KpiEvaluator kpi = plan.kpis.get(k);
            boolean isRow = kpi.hasFacts(after);
            if (kpi.hasFacts(before) != isRow || (isRow && kpi.differs(before, after))) {
                raised[k]++;
                ledger.changed(k, end, before, after);
                ledger.lastChanged(k, end);
            }
        }
    }
}
