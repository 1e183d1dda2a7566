package com.sentia.analytics.window;

import com.sentia.analytics.fact.CausedChange;
import com.sentia.analytics.fact.Contribution;
import com.sentia.analytics.kpi.Window.Rolling;
import com.sentia.analytics.rate.RateChange;
import com.sentia.analytics.rate.RateTable;
import com.sentia.analytics.window.KpiRow.Stage;
import com.sentia.analytics.window.SeriesPlan.RollingWindow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes the change points of one dimension set's series.
 *
 * <p>Invariants: a rolling window's running totals are the sum of the slices whose end lies in (E − size, E], E being the
 * last end that is final; every end at which a slice comes in or falls out has a timer until it is final; between such
 * ends no value changes. So a step costs two look-ups whatever the window's size, and no fact is ever kept. Calendar windows
 * have their own: {@link CalendarWindows}.
 */
public final class WindowEngine {
    private final SeriesPlan plan;
    private final long retention;
    private final OpenValues openValues;
    private final ForeignAmounts foreign;
    private final CalendarWindows calendars;

    /**
     * @param retention microseconds behind the end of a day, week, month or quarter after which it is forgotten
     * @param rates as they are at each call; who changes them tells each series that has to know ({@link #rateChanged})
     */
    public WindowEngine(SeriesPlan plan, long retention, RateTable rates) {
        for (RollingWindow rolling : plan.rolling) {
            if (rolling.window().size() >= retention) {
                throw new IllegalArgumentException("retention must be longer than " + rolling.window());
            }
        }
        this.plan = plan;
        this.retention = retention;
        this.openValues = new OpenValues(plan);
        this.foreign = new ForeignAmounts(plan, rates);
        this.calendars = new CalendarWindows(plan, retention);
    }

    public Running newRunning() {
        return plan.newRunning();
    }

    /** For a series of which nothing is remembered. */
    public OpenTotals newOpenTotals() {
        return new OpenTotals(plan);
    }

    /**
     * Takes in what changes in the series.
     *
     * @param sums what changes no value that is final
     * @param caused what may, in the order of its arrival
     * @param finalTo every fact before this instant had come before; {@link Running#NEVER} when nothing is known yet
     */
    public void apply(
            List<Contribution> sums, List<CausedChange> caused, long finalTo, SeriesState state, SeriesOutput output) {
        applyConverted(foreign.converted(sums, state), foreign.convertedCauses(caused, state), finalTo, state, output);
    }

    /**
     * Corrects what rates have converted that have changed since, each as a cause of its own. To be called for every series
     * that keeps native sums, before anything else is told to any.
     *
     * @param changes in the order in which the rates came
     */
    public void rateChanged(List<RateChange> changes, long finalTo, SeriesState state, SeriesOutput output) {
        List<CausedChange> caused = foreign.changed(changes, state);
        if (!caused.isEmpty()) {
            applyConverted(List.of(), caused, finalTo, state, output);
        }
    }

    private void applyConverted(
            List<Contribution> sums, List<CausedChange> caused, long finalTo, SeriesState state, SeriesOutput output) {
        Running running = state.running();
        if (!caused.isEmpty()) {
            state.openTotals().forget();
        }
        addToSlices(sums, finalTo, running, state, output);
        for (CausedChange change : caused) {
            addToSlices(change.contributions(), finalTo, running, state, output);
        }
        if (!caused.isEmpty()) {
            restate(caused, finalTo, running, state, output);
        }
        if (!running.isRefreshDue && (!plan.isWide || finalTo != Running.NEVER)) {
            running.isRefreshDue = true;
            output.refreshSoon();
        }
        state.putRunning(running);
    }

    private void restate(
            List<CausedChange> caused, long finalTo, Running running, SeriesState state, SeriesOutput output) {
        for (RollingWindow rolling : plan.coarsestFirst) {
            long lastFinal = lastFinal(rolling, finalTo, running);
            for (CausedChange change : caused) {
                addToRunning(rolling, change.contributions(), lastFinal, running, state);
            }
            new RollingRestatement(plan, rolling, retention, lastFinal, state, output).apply(caused, running);
            if (plan.isClocked && lastFinal != Running.NEVER) {
                output.timerAt(lastFinal + rolling.window().step());
            }
        }
        calendars.restate(caused, finalTo, running, state, output);
    }

    /** Evaluates the windows that end at {@code end}; to be called once for each timer, in the order of their ends. */
    public void fire(long end, SeriesState state, SeriesOutput output) {
        Running running = state.running();
        if (running.isForgotten()) {
            return;
        }
        for (RollingWindow rolling : plan.rolling) {
            if (Math.floorMod(end, rolling.window().step()) == 0 && end > running.asOf[rolling.number()]) {
                step(rolling, end, running, state, output);
            }
        }
        calendars.finish(end, running, state, output);
        if (calendars.forget(end, running, state)) {
            foreign.forgetBefore(end - retention, state);
        }
        if (running.days == 0 && !plan.standsAnywhere(running)) {
            forgetSeries(running, state);
            return;
        }
        state.putRunning(running);
    }

    private void forgetSeries(Running running, SeriesState state) {
        if (running.hasRevisions()) {
            state.clearRevisions();
        }
        foreign.forgetStanding(state);
        state.clear();
        state.openTotals().forget();
    }

    /**
     * Shows the open value of every window where it differs from what was last shown.
     *
     * @param knownAt when the latest version heard of was made: facts after it, such as promises, are of the future
     */
    public void refresh(long finalTo, long knownAt, SeriesState state, SeriesOutput output) {
        Running running = state.running();
        if (running.isForgotten()) {
            return;
        }
        openValues.show(finalTo, knownAt, running, state, output);
        state.putRunning(running);
    }

    /** The last end of the window that is final, for timers as much as for the watermark. */
    static long lastFinal(RollingWindow rolling, long finalTo, Running running) {
        long asOf = running.asOf[rolling.number()];
        if (finalTo == Running.NEVER) {
            return asOf;
        }
        return Math.max(
                asOf,
                Math.floorDiv(finalTo, rolling.window().step())
                        * rolling.window().step());
    }

    private void addToSlices(
            List<Contribution> contributions, long finalTo, Running running, SeriesState state, SeriesOutput output) {
        for (Contribution contribution : contributions) {
            state.openTotals().add(contribution, finalTo, running, state);
            addToSlices(contribution, finalTo, running, state, output);
            for (RollingWindow rolling : plan.rolling) {
                long end = rolling.window().sliceEnd(contribution.timeMicros());
                running.addToBounds(rolling.number(), rolling.window(), end);
            }
            running.latestFact = Math.max(running.latestFact, contribution.timeMicros());
        }
    }

    private void addToSlices(
            Contribution contribution, long finalTo, Running running, SeriesState state, SeriesOutput output) {
        Slices slices = new Slices(plan, state);
        for (int grain = 0; grain < plan.grains.size(); grain++) {
            long end = plan.grains.get(grain).sliceEnd(contribution.timeMicros());
            if (slices.add(grain, end, contribution.values(), contribution.tallies())) {
                askForSteps(grain, end, finalTo, output);
            }
        }
        calendars.add(contribution, finalTo, running, state, output);
    }

    private void askForSteps(int grain, long end, long finalTo, SeriesOutput output) {
        if (end > finalTo) {
            output.timerAt(end);
        }
        for (RollingWindow rolling : plan.rolling) {
            if (rolling.grain() == grain && end + rolling.window().size() > finalTo) {
                output.timerAt(end + rolling.window().size());
            }
        }
    }

    /** What of the contributions lies in the window at its last final end. */
    private void addToRunning(
            RollingWindow rolling,
            List<Contribution> contributions,
            long lastFinal,
            Running running,
            SeriesState state) {
        MemberCounts members = MemberCounts.inState(state, rolling.number());
        for (Contribution contribution : contributions) {
            long end = rolling.window().sliceEnd(contribution.timeMicros());
            Totals totals = running.totals[rolling.number()];
            if (end <= lastFinal && end > lastFinal - rolling.window().size()) {
                plan.shift(totals, members, contribution.values(), contribution.tallies(), 1);
            } else if (end <= lastFinal && plan.hasLevels) {
                Totals.add(totals.values, plan.onlyLevels(contribution.values()));
            }
        }
    }

    private void step(RollingWindow rolling, long end, Running running, SeriesState state, SeriesOutput output) {
        int number = rolling.number();
        Rolling window = rolling.window();
        Slices slices = new Slices(plan, state);
        @Nullable Slice in = slices.whole(rolling, end, running);
        @Nullable Slice out = slices.whole(rolling, end - window.size(), running);
        long shown = OpenValues.takeKpis(number, end, running, state);
        if (in == null && out == null && shown == 0 && !plan.isClocked) {
            return;
        }
        Totals totals = running.totals[number];
        long[] before = plan.row(totals, window, end - window.step()).clone();
        MemberCounts members = MemberCounts.inState(state, number);
        plan.enter(totals, members, in);
        plan.leave(totals, members, out);
        running.moveTo(end, number, window);
        long[] now = plan.row(totals, window, end);
        RowWriter rows = new RowWriter(output);
        for (int k = 0; k < plan.kpis.size(); k++) {
            KpiEvaluator kpi = plan.kpis.get(k);
            if (kpi.differs(before, now)) {
                rows.upsert(kpi, window, end, now, 0, Stage.FINAL);
            } else if ((shown & 1L << k) != 0) {
                rows.delete(kpi, window, end, 0, Stage.FINAL);
            }
        }
        if (plan.form.isMoving(totals)) {
            output.timerAt(end + window.step());
        }
    }
}
