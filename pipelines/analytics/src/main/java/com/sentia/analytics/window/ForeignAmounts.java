package com.sentia.analytics.window;

import com.sentia.analytics.fact.CausedChange;
import com.sentia.analytics.fact.Contribution;
import com.sentia.analytics.fact.RateDay;
import com.sentia.analytics.fact.SliceFinder;
import com.sentia.analytics.rate.AppliedRate;
import com.sentia.analytics.rate.RateChange;
import com.sentia.analytics.rate.RateChange.Stretch;
import com.sentia.analytics.rate.RateStep;
import com.sentia.analytics.rate.RateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Converts what comes in other currencies, and keeps it as it came, so that a rate that comes late or changes corrects just what
 * it touches, without any fact.
 *
 * <p>What flows is worth the rate of the business day it flowed on. What stands at a level is worth each day's rate: where the rate
 * changes, what stands moves by the difference at the start of that day.
 */
final class ForeignAmounts {
    private final SeriesPlan plan;
    private final RateTable rates;
    private final SliceFinder slices;

    ForeignAmounts(SeriesPlan plan, RateTable rates) {
        this.plan = plan;
        this.rates = rates;
        this.slices = new SliceFinder(plan.shownWindows);
    }

    /** The same in the business currency. */
    List<Contribution> converted(List<Contribution> contributions, SeriesState state) {
        if (!isAnyForeign(contributions)) {
            return contributions;
        }
        ConvertedAmounts converted = new ConvertedAmounts(plan.layout);
        List<Contribution> all = new ArrayList<>();
        for (Contribution contribution : contributions) {
            RateDay rateDay = contribution.rateDay();
            if (rateDay == null) {
                all.add(contribution);
            } else {
                keep(contribution, rateDay, state);
                convert(contribution, rateDay, converted);
            }
        }
        all.addAll(converted.contributions());
        return all;
    }

    /** Asked of every message. */
    private boolean isAnyForeign(List<Contribution> contributions) {
        if (plan.layout.hasMoney()) {
            for (Contribution contribution : contributions) {
                if (contribution.rateDay() != null) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The same in the business currency. */
    List<CausedChange> convertedCauses(List<CausedChange> changes, SeriesState state) {
        if (changes.isEmpty()) {
            return changes;
        }
        return changes.stream()
                .map(change -> new CausedChange(change.cause(), converted(change.contributions(), state)))
                .toList();
    }

    /** What changed rates change in the series; nothing of those that touch nothing in it. */
    List<CausedChange> changed(List<RateChange> changes, SeriesState state) {
        List<CausedChange> caused = new ArrayList<>();
        Map<RateDay, NativeSums> natives = state.nativeSums();
        for (RateChange change : changes) {
            ConvertedAmounts converted = new ConvertedAmounts(plan.layout);
            for (Stretch stretch : change.stretches()) {
                natives.forEach((rateDay, sums) -> {
                    if (rateDay.currency().equals(change.currency())) {
                        correct(rateDay, sums, stretch, converted);
                    }
                });
            }
            List<Contribution> contributions = converted.contributions();
            if (!contributions.isEmpty()) {
                caused.add(new CausedChange(change.cause(), contributions));
            }
        }
        return caused;
    }

    /** Forgets what lies before a day, but for what stands: from then on it is as if that had begun to stand on the day. */
    void forgetBefore(long micros, SeriesState state) {
        if (!plan.layout.hasMoney()) {
            return;
        }
        long day = rates.dayOf(micros);
        Map<RateDay, NativeSums> natives = state.nativeSums();
        natives.forEach((rateDay, sums) -> {
            if (rateDay.day() < day) {
                state.putNativeSums(rateDay, null);
                if (plan.hasLevels) {
                    stand(new RateDay(rateDay.currency(), day), sums, state);
                }
            }
        });
    }

    /** Forgets what {@link #forgetBefore} has left, of a series in which nothing stands. */
    void forgetStanding(SeriesState state) {
        if (plan.layout.hasMoney() && plan.hasLevels) {
            state.nativeSums().keySet().forEach(rateDay -> state.putNativeSums(rateDay, null));
        }
    }

    private void stand(RateDay rateDay, NativeSums sums, SeriesState state) {
        long start = rates.startMicros(rateDay.day());
        long[] standing = new long[2 * plan.measures];
        sums.bySlice().values().forEach(one -> plan.layout.addStanding(one.values(), start, standing));
        keep(new Contribution(start, standing, Map.of(), rateDay), rateDay, state);
    }

    private void keep(Contribution contribution, RateDay rateDay, SeriesState state) {
        NativeSums known = state.nativeSums(rateDay);
        NativeSums sums = Objects.requireNonNullElseGet(known, NativeSums::empty);
        sums.add(slices.endOf(contribution.timeMicros()), contribution);
        state.putNativeSums(rateDay, sums);
    }

    private void convert(Contribution contribution, RateDay rateDay, ConvertedAmounts converted) {
        AppliedRate rate = rates.of(rateDay);
        converted.addRest(contribution);
        converted.addAmounts(contribution, rate, 1);
        if (plan.hasLevels) {
            for (RateStep step : rates.stepsAfter(rateDay)) {
                revalue(step.day(), contribution.values(), step.before(), step.after(), converted);
            }
        }
    }

    private void correct(RateDay rateDay, NativeSums sums, Stretch stretch, ConvertedAmounts converted) {
        for (Contribution contribution : sums.bySlice().values()) {
            if (stretch.holds(rateDay.day())) {
                converted.addAmounts(contribution, stretch.before(), -1);
                converted.addAmounts(contribution, stretch.after(), 1);
            }
            if (plan.hasLevels && rateDay.day() < stretch.from()) {
                revalue(stretch.from(), contribution.values(), stretch.before(), stretch.after(), converted);
            }
            if (plan.hasLevels && rateDay.day() < stretch.to() && stretch.to() != RateChange.AFTER_ALL) {
                revalue(stretch.to(), contribution.values(), stretch.after(), stretch.before(), converted);
            }
        }
    }

    private void revalue(long day, long[] values, AppliedRate before, AppliedRate after, ConvertedAmounts converted) {
        long start = rates.startMicros(day);
        converted.addStanding(start, values, before, -1);
        converted.addStanding(start, values, after, 1);
    }
}
