package com.sentia.analytics.window;

import com.sentia.analytics.fact.Moments;
import com.sentia.analytics.kpi.Aggregate.Average;
import com.sentia.analytics.kpi.Aggregate.Level;
import com.sentia.analytics.kpi.Aggregate.Moment;
import com.sentia.analytics.kpi.Aggregate.OfFigure;
import com.sentia.analytics.kpi.Measure;
import com.sentia.analytics.kpi.Spreads;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where in a series' sums each measure of its set is found: per measure the sum, then the number of facts. Sums that hold an
 * amount converted from another currency are longer: per measure of money they have three more places.
 */
final class Layout {
    /** What is left of a converted sum, billionths of its last decimal place; with the sum it is exact. */
    static final int REMAINDER = 0;
    /** Facts converted by another day's rate; of a level, the native amount that stands so. */
    static final int ESTIMATED = 1;
    /** Facts left out because no rate of their currency is known; of a level, the native amount. */
    static final int MISSING = 2;

    private static final int PLACES = 3;

    final List<Measure> measures;
    final Spreads spreads;
    /** Sums and levels of money. */
    final List<Amount> amounts = new ArrayList<>();
    /** Moments of money that stands at a level. */
    final List<MomentPlaces> moments = new ArrayList<>();
    /** Measures that pick a value from a spread of money. */
    final List<Picked> picked = new ArrayList<>();
    /** The number of places. */
    final int width;

    private final int[] extras;

    /**
     * A sum of money.
     *
     * @param extra the first of its further places
     * @param isMove whether what it sums stands at a level, and so is worth each day's rate
     */
    record Amount(int place, int extra, boolean isMove) {}

    /** @param amount of what the moments are */
    record MomentPlaces(int high, int low, int extra, Amount amount) {}

    /** @param isExact whether the spread is of values, not of their buckets */
    record Picked(int place, int extra, int spread, boolean isExact) {}

    Layout(List<Measure> measures) {
        this.measures = measures;
        this.spreads = Spreads.among(measures);
        this.extras = new int[measures.size()];
        int next = 2 * measures.size();
        for (int place = 0; place < extras.length; place++) {
            boolean isMoney = measures.get(place).aggregate() instanceof OfFigure of
                    && of.figure().isMoney();
            extras[place] = isMoney ? next : -1;
            next += isMoney ? PLACES : 0;
        }
        this.width = next;
        IntStream.range(0, extras.length).filter(place -> extras[place] >= 0).forEach(this::sortIn);
    }

    private void sortIn(int place) {
        Measure measure = measures.get(place);
        if (measure.isPicked()) {
            int spread = spreads.of(measure);
            picked.add(new Picked(
                    place, extras[place], spread, spreads.spreads().get(spread).isExact()));
        } else if (measure.aggregate() instanceof Moment moment) {
            if (!moment.isHigh()) {
                int level = place(measure.as(new Level(moment.figure())));
                moments.add(new MomentPlaces(
                        place(measure.as(new Moment(moment.figure(), true))), place, extras[place], amount(level)));
            }
        } else if (!(measure.aggregate() instanceof Average)) {
            amounts.add(amount(place));
        }
    }

    private Amount amount(int place) {
        return new Amount(place, extras[place], measures.get(place).fact().isMove());
    }

    /** Adds the amounts of a contribution that stand at an instant, as if they had come then. */
    void addStanding(long[] values, long instant, long[] standing) {
        for (Amount amount : amounts) {
            if (amount.isMove) {
                standing[2 * amount.place] = Math.addExact(standing[2 * amount.place], values[2 * amount.place]);
            }
        }
        for (MomentPlaces moment : moments) {
            long stands = values[2 * moment.amount.place];
            standing[2 * moment.high] += Moments.high(stands, instant);
            standing[2 * moment.low] += Moments.low(stands, instant);
        }
    }

    int place(Measure measure) {
        return measures.indexOf(measure);
    }

    /** The first of a measure's further places; -1 where it is not of money. */
    int extra(int place) {
        return extras[place];
    }

    boolean hasMoney() {
        return width > 2 * measures.size();
    }

    /** A measure's places that are there in sums of this length. */
    IntStream placesOf(int measure, int length) {
        IntStream sumAndCount = IntStream.of(2 * measure, 2 * measure + 1);
        int extra = extras[measure];
        return extra < 0 || extra >= length
                ? sumAndCount
                : IntStream.concat(sumAndCount, IntStream.range(extra, extra + PLACES));
    }
}
