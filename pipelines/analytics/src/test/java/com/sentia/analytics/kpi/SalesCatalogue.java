package com.sentia.analytics.kpi;

import com.sentia.analytics.kpi.Aggregate.Count;
import com.sentia.analytics.kpi.Aggregate.Members;
import com.sentia.analytics.kpi.Aggregate.Rolled;
import com.sentia.analytics.kpi.Aggregate.Sum;
import com.sentia.analytics.kpi.Expression.Operation;
import com.sentia.analytics.kpi.Expression.Positive;
import com.sentia.analytics.kpi.Expression.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The project's own catalogue file, for tests. */
public final class SalesCatalogue {
    private static final Set<FactKind> OF_SEVERAL = Set.of(FactKind.NEW_CUSTOMER, FactKind.DEMAND, FactKind.DEAD_STOCK);
    private static final Set<String> SALES = Set.of("SalesOrder", "SalesRefund");
    /** The parts of demand by day, which the file keeps in formulas with roots alone. */
    private static final String DEMAND_SET = """
              demand:
                by: [sku]
                windows: [3d/1d, day]
            """;

    private static final String DEMAND_KPIS = """
              demand_spread:
                title: Squares less the square
                description: squares of days' units less the square of their sum
                unit: square units
                owner: test
                formula: daily_demand_squares - daily_demand_units * daily_demand_units
                sets: [demand]
            """;

    private static final Path FILE = Path.of("../../jobs-config/kpis.yaml");

    private SalesCatalogue() {}

    public static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The KPIs of sales, with calendar days of {@code zone} and amounts in pounds. */
    public static KpiCatalogue in(ZoneId zone) {
        return whole(zone).fedBy(SALES);
    }

    /** The same with more sets and KPIs, given as text. */
    public static KpiCatalogue in(ZoneId zone, String moreSets, String moreKpis) {
        return whole(zone, moreSets, moreKpis).fedBy(SALES);
    }

    private static KpiCatalogue whole(ZoneId zone, String moreSets, String moreKpis) {
        String text = text().replace("\nkpis:\n", "\n" + moreSets + "kpis:\n") + moreKpis;
        return CatalogueFile.read(FILE.toString(), text, zone, "GBP");
    }

    /** Every KPI, with calendar days of {@code zone} and amounts in pounds. */
    public static KpiCatalogue whole(ZoneId zone) {
        return CatalogueFile.read(FILE.toString(), text(), zone, "GBP");
    }

    /**
     * Every KPI that exact arithmetic of 128 bits recomputes, demand by day among them: none with values picked or roots, and
     * not {@code cash_conversion_cycle}, which adds up three fractions.
     */
    public static KpiCatalogue exact(ZoneId zone) {
        return keeping(
                whole(zone, DEMAND_SET, DEMAND_KPIS),
                kpi -> !hasRoot(kpi.value())
                        && !kpi.name().equals("cash_conversion_cycle")
                        && kpi.measures().stream().noneMatch(Measure::isPicked));
    }

    private static boolean hasRoot(Expression expression) {
        return expression instanceof Root
                || (expression instanceof Positive positive && hasRoot(positive.value()))
                || (expression instanceof Operation both && (hasRoot(both.left()) || hasRoot(both.right())));
    }

    /** Of these, those whose facts each come of one entity alone, by the one way that all facts go. */
    public static KpiCatalogue ofEntities(ZoneId zone) {
        return keeping(
                exact(zone), kpi -> kpi.measures().stream().noneMatch(measure -> OF_SEVERAL.contains(measure.fact())));
    }

    private static KpiCatalogue keeping(KpiCatalogue whole, Predicate<Kpi> which) {
        return whole.publishing(whole.kpis().stream().filter(which).collect(Collectors.toMap(Kpi::name, Kpi::version)));
    }

    /** Of a catalogue, those made of counts, sums, members and products alone: of levels, means over time, values picked and roots none. */
    public static KpiCatalogue summed(KpiCatalogue whole) {
        return keeping(
                whole,
                kpi -> !kpi.value().hasDays()
                        && !hasRoot(kpi.value())
                        && kpi.measures().stream()
                                .map(Measure::aggregate)
                                .allMatch(one -> one instanceof Count
                                        || one instanceof Sum
                                        || one instanceof Members
                                        || one instanceof Rolled));
    }

    /** The total alone, over other windows. */
    public static KpiCatalogue ofTotal(ZoneId zone, List<String> windows) {
        DimensionSet total = in(zone).set(DimensionSet.TOTAL);
        List<Window> others =
                windows.stream().map(window -> Window.of(window, zone)).toList();
        return new KpiCatalogue(
                List.of(new DimensionSet(total.name(), total.dimensions(), total.kpis(), others, total.isWide())),
                zone);
    }
}
