package com.sentia.analytics.kpi;

import com.sentia.analytics.kpi.Window.Calendar;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;

/**
 * KPIs that are kept together for each member of some dimensions, with the windows they all have.
 *
 * @param name stable; part of the key of state
 * @param dimensions empty for a total
 * @param isWide whether there are so many members that open values wait until the sources' history has been read
 */
public record DimensionSet(
        String name, List<Attribute> dimensions, List<Kpi> kpis, List<Window> windows, boolean isWide) {
    /** The name of the set of values over everything, which every catalogue has. */
    public static final String TOTAL = "total";

    public DimensionSet {
        dimensions = List.copyOf(dimensions);
        kpis = List.copyOf(kpis);
        windows = List.copyOf(windows);
    }

    /** The same with some of its KPIs. */
    DimensionSet keeping(Predicate<Kpi> which) {
        return new DimensionSet(name, dimensions, kpis.stream().filter(which).toList(), windows, isWide);
    }

    /**
     * The calendar day by which what is kept of the set's series is counted, shown among the windows or not; of UTC where no
     * calendar window tells a zone.
     */
    public Calendar day() {
        ZoneId zone = windows.stream()
                .filter(Calendar.class::isInstance)
                .map(window -> ((Calendar) window).zone())
                .findFirst()
                .orElse(ZoneOffset.UTC);
        return new Calendar(CalendarUnit.DAY, zone);
    }

    /** Every measure the KPIs rest on, each once, in a fixed order: the layout of a slice. */
    public List<Measure> measures() {
        return kpis.stream()
                .flatMap(kpi -> java.util.stream.Stream.concat(kpi.measures().stream(), kpi.counted().stream()))
                .flatMap(Measure::withParts)
                .distinct()
                .toList();
    }
}
