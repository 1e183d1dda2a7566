package com.sentia.jobs.kpi.recomputed;

import com.sentia.analytics.kpi.Aggregate.Average;
import com.sentia.analytics.kpi.Aggregate.Level;
import com.sentia.analytics.kpi.Aggregate.OfFigure;
import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.Measure;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The measures of one dimension set, numbered in an order of our own. */
final class SetLayout {
    private static final int RATE_PLACES = 9;

    private final List<Measure> measures;

    SetLayout(DimensionSet set) {
        this.measures = set.kpis().stream()
                .flatMap(kpi -> Stream.concat(kpi.counted().stream(), kpi.measures().stream()))
                .distinct()
                .toList();
    }

    int number(Measure measure) {
        return measures.indexOf(measure);
    }

    Measure measure(int number) {
        return measures.get(number);
    }

    /** The numbers of measures. */
    IntStream measures() {
        return IntStream.range(0, measures.size());
    }

    IntStream means() {
        return measures().filter(m -> isMean(measures.get(m)));
    }

    /** A pattern for each number of means over time. */
    String means(String pattern) {
        return means().mapToObj(pattern::formatted).collect(Collectors.joining(", "));
    }

    /** Whether it is a mean over time. */
    static boolean isMean(Measure measure) {
        return measure.aggregate() instanceof Average;
    }

    /** Whether it is what stands at a level, or is made from that. */
    static boolean isStanding(Measure measure) {
        return measure.aggregate() instanceof Level || isMean(measure);
    }

    /** Whether rates may have a part in it. */
    static boolean isMoney(Measure measure) {
        return measure.aggregate() instanceof OfFigure of && of.figure().isMoney();
    }

    /** Decimal places of what a measure adds up; amounts have more than figures of money, as they are amounts times rates. */
    static int scaleOfSum(Measure measure) {
        return ((OfFigure) measure.aggregate()).figure().scale() + (isMoney(measure) ? RATE_PLACES : 0);
    }

    /** Decimal places of a measure. */
    static int scale(Measure measure) {
        boolean isRounded = isMean(measure);
        return measure.aggregate().scale() + (isMoney(measure) && !isRounded ? RATE_PLACES : 0);
    }

    /**
     * The number under which is counted what of a measure of money rests on no rate of the day: estimated as sum, missing as count. Of a level it is
     * not the number of facts but the amount that stands so.
     */
    int rates(int m) {
        return measures.size() + m;
    }

    /** A pattern for each number of measures, and of what is counted of their rates. */
    String columns(String pattern) {
        return Stream.concat(
                        measures().mapToObj(pattern::formatted),
                        measures().filter(m -> isMoney(measures.get(m))).mapToObj(m -> pattern.formatted(rates(m))))
                .collect(Collectors.joining(", "));
    }
}
