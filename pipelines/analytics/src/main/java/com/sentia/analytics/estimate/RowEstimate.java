package com.sentia.analytics.estimate;

import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.CalendarUnit;
import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.analytics.kpi.Measure;
import com.sentia.analytics.kpi.Window;
import com.sentia.analytics.kpi.Window.Rolling;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the rows a year of every KPI, set and window of a catalogue from facts that were seen: an upper bound, as values
 * that stay equal make no row.
 *
 * <p>A rolling window of a member changes where a step that holds facts comes in, and where it falls out: at two ends for each
 * such step, at fewer where they coincide, and never at more ends than the year has steps. A calendar window has a row where it
 * holds facts. What was seen is scaled to a year by the span of its times.
 */
public final class RowEstimate {
    private static final long DAY = 86_400_000_000L;
    private static final long YEAR = 365 * DAY;

    private final KpiCatalogue catalogue;
    private final Map<DimensionSet, Map<Window, Map<List<String>, Map<Long, EnumSet<FactKind>>>>> seen =
            new HashMap<>();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    public RowEstimate(KpiCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    public void add(Fact fact) {
        first = Math.min(first, fact.timeMicros());
        last = Math.max(last, fact.timeMicros());
        for (DimensionSet set : catalogue.sets()) {
            List<String> members = members(set, fact);
            if (members != null && isTaken(set, fact.kind())) {
                set.windows()
                        .forEach(window -> occupied(set, window, members)
                                .computeIfAbsent(
                                        window.sliceEnd(fact.timeMicros()), end -> EnumSet.noneOf(FactKind.class))
                                .add(fact.kind()));
            }
        }
    }

    /** Times of the facts seen lie this far apart, in microseconds; 0 while there are none. */
    public long spanMicros() {
        return last <= first ? 0 : last - first;
    }

    /** A line for every KPI, set and window, in the catalogue's order; none while no span of time was seen. */
    public List<WindowRows> rows() {
        List<WindowRows> rows = new ArrayList<>();
        for (Kpi kpi : spanMicros() == 0 ? List.<Kpi>of() : catalogue.kpis()) {
            Set<FactKind> kinds = kinds(kpi);
            for (DimensionSet set : catalogue.setsOf(kpi)) {
                set.windows().forEach(window -> rows.add(rows(kpi, kinds, set, window)));
            }
        }
        return rows;
    }

    private WindowRows rows(Kpi kpi, Set<FactKind> kinds, DimensionSet set, Window window) {
        long members = 0;
        double rows = 0;
        for (Map<Long, EnumSet<FactKind>> slices :
                seen.getOrDefault(set, Map.of()).getOrDefault(window, Map.of()).values()) {
            Set<Long> ends = slices.entrySet().stream()
                    .filter(slice -> slice.getValue().stream().anyMatch(kinds::contains))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!ends.isEmpty()) {
                members++;
                rows += perYear(window, ends);
            }
        }
        return new WindowRows(kpi.name(), set.name(), window.name(), members, Math.round(rows));
    }

    private double perYear(Window window, Set<Long> ends) {
        double scale = (double) YEAR / spanMicros();
        if (window instanceof Rolling rolling) {
            Set<Long> changes = new TreeSet<>(ends);
            ends.forEach(end -> changes.add(end + rolling.size()));
            return Math.min(changes.size() * scale, (double) YEAR / rolling.step());
        }
        return Math.min(ends.size() * scale, most(((Window.Calendar) window).unit()));
    }

    /** Windows of a unit in the longest year. */
    private static int most(CalendarUnit unit) {
        return switch (unit) {
            case HOUR -> 366 * 24;
            case DAY -> 366;
            case WEEK -> 53;
            case MONTH -> 12;
            case QUARTER -> 4;
        };
    }

    private Map<Long, EnumSet<FactKind>> occupied(DimensionSet set, Window window, List<String> members) {
        return seen.computeIfAbsent(set, one -> new HashMap<>())
                .computeIfAbsent(window, one -> new HashMap<>())
                .computeIfAbsent(members, one -> new HashMap<>());
    }

    private static boolean isTaken(DimensionSet set, FactKind kind) {
        return set.kpis().stream().anyMatch(kpi -> kinds(kpi).contains(kind));
    }

    private static Set<FactKind> kinds(Kpi kpi) {
        return Stream.concat(kpi.measures().stream(), kpi.counted().stream())
                .map(Measure::fact)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FactKind.class)));
    }

    private static @Nullable List<String> members(DimensionSet set, Fact fact) {
        if (!fact.kind().attributes().containsAll(set.dimensions())) {
            return null;
        }
        return set.dimensions().stream()
                .map(dimension -> String.valueOf(fact.text(dimension)))
                .toList();
    }
}
