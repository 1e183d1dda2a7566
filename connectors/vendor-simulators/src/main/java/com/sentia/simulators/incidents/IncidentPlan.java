package com.sentia.simulators.incidents;

import com.sentia.simulators.company.SupplyTroubles;
import com.sentia.simulators.factory.FactoryTroubles;
import com.sentia.simulators.retail.DateShift;
import com.sentia.simulators.retail.RetailFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * All that goes wrong in a simulated company, the same for the same file and seed: of each kind one in each period of some weeks of the
 * past, and one in what is played live. Never have two of them the same root at once.
 *
 * @param incidents by their start
 * @param lines what they add to the retail file, by its columns
 * @param supply what they do to stock
 * @param factory what they do to the factory
 */
public record IncidentPlan(
        List<Incident> incidents, List<List<String>> lines, SupplyTroubles supply, FactoryTroubles factory) {
    /** Nothing goes wrong but what always does. */
    public static final IncidentPlan NONE =
            new IncidentPlan(List.of(), List.of(), SupplyTroubles.NONE, FactoryTroubles.NONE);

    private interface Draw {
        Optional<SalesIncident> of(FileSales sales, Span span, SplittableRandom chance, Set<String> taken);
    }

    private record SalesKind(IncidentKind kind, Draw draw) {}

    private static final List<SalesKind> OF_SALES = List.of(
            new SalesKind(IncidentKind.DEMAND_SURGE, DemandSurge::of),
            new SalesKind(IncidentKind.PRICE_MISTAKE, PriceMistake::of),
            new SalesKind(IncidentKind.REFUND_WAVE, RefundWave::of));

    /**
     * A plan. Kinds that a short file has no room for are left out.
     *
     * @param historyShare of the file, what has happened when the shops open
     * @param factorySeed of what the factory does every day
     */
    public static IncidentPlan of(RetailFile file, DateShift shift, double historyShare, long seed, long factorySeed) {
        FileSales sales = new FileSales(file, shift, historyShare);
        if (sales.isEmpty()) {
            return NONE;
        }
        Set<String> taken = new HashSet<>();
        List<SalesIncident> ofSales = new ArrayList<>();
        SupplyIncidents ofSupply = new SupplyIncidents(sales, seed, factorySeed);
        FactoryIncidents ofFactory = new FactoryIncidents(sales, seed);
        for (Span period : Span.periods(sales.firstDay(), sales.liveFrom(), sales.lastDay())) {
            addSales(sales, period, seed, taken, ofSales);
            ofSupply.add(period, taken);
            ofFactory.add(period);
        }
        List<Incident> all = new ArrayList<>();
        ofSales.forEach(one -> all.add(one.incident()));
        all.addAll(ofSupply.incidents());
        all.addAll(ofFactory.incidents());
        all.sort(Comparator.comparing(Incident::start).thenComparing(Incident::kind));
        List<AddedLine> lines =
                ofSales.stream().flatMap(one -> one.lines().stream()).toList();
        return new IncidentPlan(
                List.copyOf(all),
                IncidentLines.columns(lines, file),
                ofSupply.troubles(),
                ofFactory.troubles(ofSupply.latenesses()));
    }

    /** The lines as a file of the retail file's form. */
    public String linesCsv() {
        return IncidentLines.csv(lines);
    }

    /** One after the other, each in its share of the days on which the shops do business. */
    private static void addSales(
            FileSales sales, Span period, long seed, Set<String> taken, List<SalesIncident> found) {
        List<SalesKind> kinds = new ArrayList<>(OF_SALES);
        Collections.rotate(kinds, period.chance(seed, IncidentKind.DEMAND_SURGE).nextInt(kinds.size()));
        List<LocalDate> open = sales.openDays(period);
        for (int part = 0; part < kinds.size(); part++) {
            List<LocalDate> days =
                    open.subList(open.size() * part / kinds.size(), open.size() * (part + 1) / kinds.size());
            SalesKind kind = kinds.get(part);
            String label = period.label() + "-" + part;
            Optional<SalesIncident> drawn = days.isEmpty()
                    ? Optional.empty()
                    : drawn(kind, sales, new Span(label, days.get(0), days.get(days.size() - 1)), seed, taken);
            drawn.ifPresent(one -> {
                taken.add(one.incident().root().value());
                found.add(one);
            });
        }
    }

    private static Optional<SalesIncident> drawn(
            SalesKind kind, FileSales sales, Span span, long seed, Set<String> taken) {
        return kind.draw().of(sales, span, span.chance(seed, kind.kind()), taken);
    }
}
