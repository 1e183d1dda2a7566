package com.sentia.analytics.window;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.FactChange;
import com.sentia.analytics.fact.GatheredChanges;
import com.sentia.analytics.fact.SummedFacts;
import com.sentia.analytics.fact.VersionStep;
import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.analytics.rate.RateTable;
import com.sentia.analytics.rate.RateVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Runs the engine over versions and watermarks as a job would, and keeps the table that its rows make. As in the job, what is on
 * time is summed until something asks for it.
 */
final class EngineDriver {
    /** A row's place in the table. */
    record Place(String set, List<String> members, String kpi, String window, long end) {}

    /** A ledger entry with its series. */
    record Entry(String set, List<String> members, Restated restated) {}

    /** One window of one KPI of a series. */
    private record Column(String set, List<String> members, String kpi, String window) {}

    private final Map<Column, NavigableMap<Long, KpiRow>> table = new HashMap<>();
    final List<Entry> ledger = new ArrayList<>();
    final Map<String, EntityFacts> entities = new HashMap<>();
    long finalTo = Running.NEVER;
    /** No later fact is of the present. */
    long knownAt = Long.MAX_VALUE;

    long rowsWritten;
    /** Whether late versions wait, as in the job, for others that come soon. */
    boolean isGatheringLate;
    /** Few, so that slices of both ways come up. */
    int mostMembersInside = 1;
    /** Whether what is remembered beside the state is lost again and again, as by restarts. */
    boolean isForgetful;

    final KpiCatalogue catalogue;

    private final RateTable rates;
    private final Map<String, WindowEngine> engines = new HashMap<>();
    private final Map<String, Series> series = new HashMap<>();
    private final GatheredChanges gathered;

    EngineDriver(KpiCatalogue catalogue, long retention) {
        this.catalogue = catalogue;
        rates = new RateTable(catalogue.zone());
        gathered = new GatheredChanges(catalogue);
        for (DimensionSet set : catalogue.sets()) {
            engines.put(set.name(), new WindowEngine(new SeriesPlan(set), retention, rates));
        }
    }

    /** What the arrival changed; empty for a stale version. */
    List<FactChange> arrive(String entity, EntityFacts version) {
        VersionStep step = VersionStep.of(entities.get(entity), version).orElse(null);
        if (step == null) {
            return List.of();
        }
        entities.put(entity, version);
        if (step.diff().earliestMicros() < finalTo) {
            gathered.addLate(new Cause(entity, version.version(), step.kind()), step.diff());
            if (!isGatheringLate) {
                flush();
            }
        } else {
            gathered.add(step.diff());
        }
        return SummedFacts.of(catalogue, step.diff());
    }

    void arrive(RateVersion rate) {
        flush();
        rates.put(rate)
                .ifPresent(change -> series.values()
                        .forEach(one -> one.engine.rateChanged(List.of(change), finalTo, one.state, one)));
    }

    void advance(long newFinalTo) {
        flush();
        finalTo = Math.max(finalTo, newFinalTo);
        for (Series one : series.values()) {
            while (!one.timers.isEmpty() && one.timers.first() <= finalTo) {
                one.engine.fire(one.timers.pollFirst(), one.state, one);
            }
        }
    }

    void refresh() {
        flush();
        series.values().forEach(one -> one.engine.refresh(finalTo, knownAt, one.state, one));
    }

    private void flush() {
        for (FactChange change : gathered.drain()) {
            Series target = series(change);
            target.engine.apply(change.contributions(), change.caused(), finalTo, target.state, target);
        }
    }

    int remembered() {
        return series.values().stream().mapToInt(one -> one.state.size()).sum();
    }

    /** By the window's end. */
    NavigableMap<Long, KpiRow> rows(String set, List<String> members, String kpi, String window) {
        return table.getOrDefault(new Column(set, members, kpi, window), new TreeMap<>());
    }

    /** Rows with their place. */
    void eachRow(BiConsumer<Place, KpiRow> each) {
        table.forEach((column, rows) -> rows.forEach(
                (end, row) -> each.accept(new Place(column.set, column.members, column.kpi, column.window, end), row)));
    }

    private Series series(FactChange change) {
        return series.computeIfAbsent(
                change.key(),
                key -> new Series(
                        change.set(), change.members(), java.util.Objects.requireNonNull(engines.get(change.set()))));
    }

    private final class Series implements SeriesOutput {
        final String set;
        final List<String> members;
        final WindowEngine engine;
        final MemorySeriesState state;
        final TreeSet<Long> timers = new TreeSet<>();

        Series(String set, List<String> members, WindowEngine engine) {
            this.set = set;
            this.members = members;
            this.engine = engine;
            this.state = new MemorySeriesState(engine, mostMembersInside, isForgetful);
        }

        @Override
        public void row(KpiRow row) {
            rowsWritten++;
            NavigableMap<Long, KpiRow> column = table.computeIfAbsent(
                    new Column(set, members, row.kpi().name(), row.window().name()), absent -> new TreeMap<>());
            if (row.op() == KpiRow.Op.UPSERT) {
                column.put(row.end(), row);
            } else {
                column.remove(row.end());
            }
        }

        @Override
        public void restated(Restated restated) {
            ledger.add(new Entry(set, members, restated));
        }

        @Override
        public void refreshSoon() {
            // Refreshes come when a test asks for them.
        }

        @Override
        public void timerAt(long end) {
            timers.add(end);
        }
    }
}
