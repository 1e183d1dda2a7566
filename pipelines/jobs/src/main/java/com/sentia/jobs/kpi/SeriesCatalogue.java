package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.FactChange;
import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.analytics.rate.RateTable;
import com.sentia.analytics.window.OpenTotals;
import com.sentia.analytics.window.SeriesPlan;
import com.sentia.analytics.window.WindowEngine;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds what belongs to a key of series state: the engine of its dimension set, and its dimensions. */
final class SeriesCatalogue {
    /** As many series as a subtask usually has; beyond it the cache is begun anew. */
    private static final int MOST_CACHED = 20_000;

    private final Map<String, Engine> engines = new HashMap<>();
    private final Map<String, Series> cached = new HashMap<>();

    private record Engine(DimensionSet set, WindowEngine engine, int rank) {}

    /**
     * A series as rows name it.
     *
     * @param rank in which order series are corrected, lowest first: by the place of their set in the catalogue, wide ones last
     * @param openTotals of this series alone
     */
    record Series(
            WindowEngine engine, Map<String, String> dimensions, boolean isWide, int rank, OpenTotals openTotals) {}

    SeriesCatalogue(KpiCatalogue catalogue, Duration retention, RateTable rates) {
        int sets = catalogue.sets().size();
        for (DimensionSet set : catalogue.sets()) {
            int rank = engines.size() + (set.isWide() ? sets : 0);
            WindowEngine engine = new WindowEngine(new SeriesPlan(set), retention.toMillis() * 1_000, rates);
            engines.put(set.name(), new Engine(set, engine, rank));
        }
    }

    Series series(String key) {
        Series known = cached.get(key);
        if (known != null) {
            return known;
        }
        if (cached.size() >= MOST_CACHED) {
            cached.clear();
        }
        Series found = find(key);
        cached.put(key, found);
        return found;
    }

    private Series find(String key) {
        List<String> parts = FactChange.partsOf(key);
        Engine found = Objects.requireNonNull(engines.get(parts.get(0)), () -> "no dimension set for key " + key);
        Map<String, String> dimensions = new LinkedHashMap<>();
        for (int d = 1; d < parts.size(); d++) {
            dimensions.put(found.set.dimensions().get(d - 1).key(), parts.get(d));
        }
        return new Series(found.engine, dimensions, found.set.isWide(), found.rank, found.engine.newOpenTotals());
    }
}
