package com.sentia.jobs.kpi;

import com.sentia.analytics.estimate.RowEstimate;
import com.sentia.analytics.estimate.WindowRows;
import com.sentia.analytics.fact.DailyDemand;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.fact.FactDiff;
import com.sentia.analytics.fact.FirstOrder;
import com.sentia.jobs.kpi.facts.CanonicalFacts;
import com.sentia.runtime.RecordScan;
import com.sentia.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Estimates the rows a year a catalogue would make, from the facts on the canonical topics: {@code --settings FILE}, the
 * settings of a KPI job and two more. Writes lines of fields parted by tabs: first the number of records read and the
 * microseconds between the first and last fact, then KPI, set, window, members and rows a year.
 */
public final class RowEstimateProgram {
    private RowEstimateProgram() {}

    public static void main(String[] arguments) throws IOException {
        Settings settings = Settings.fromArguments(arguments);
        Path report = settings.path("report.file");
        int most = settings.integer("records.most-per-partition", 1, Integer.MAX_VALUE, 50_000);
        KpiSettings job = KpiSettings.from(settings);
        RowEstimate estimate = new RowEstimate(job.catalogue());
        long records = new RecordScan(job.kafka())
                .read(
                        job.countedFeeds().topics(),
                        most,
                        new FactReader(new CanonicalFacts(job.businessCurrency(), job.businessZone())),
                        event -> facts(event, job.businessZone()).forEach(estimate::add));
        List<String> lines = new ArrayList<>(List.of(records + "\t" + estimate.spanMicros()));
        for (WindowRows rows : estimate.rows()) {
            lines.add(String.join(
                    "\t",
                    rows.kpi(),
                    rows.set(),
                    rows.window(),
                    Long.toString(rows.members()),
                    Long.toString(rows.rowsPerYear())));
        }
        Files.write(report, lines);
    }

    /**
     * Also what each order would be as its customer's first: which one is can only be said of all of them, so new customers are too many. And the
     * day's demand that each order is part of.
     */
    private static Stream<Fact> facts(CanonicalEvent event, ZoneId zone) {
        EntityChange change = event.change();
        List<Fact> facts = change == null ? List.of() : change.facts().facts();
        FactDiff all = new FactDiff(List.of(), facts);
        Stream<Fact> firstOrders =
                FirstOrder.byCustomer(all).values().stream().flatMap(orders -> orders.additions().stream());
        Stream<Fact> demand = DailyDemand.moves(all, zone).entrySet().stream()
                .flatMap(day -> DailyDemand.step(day.getKey(), zone, 0, day.getValue()).additions().stream());
        return Stream.of(facts.stream(), firstOrders, demand).flatMap(some -> some);
    }
}
