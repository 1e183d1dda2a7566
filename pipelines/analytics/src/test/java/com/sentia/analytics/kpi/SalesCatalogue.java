package com.sentia.analytics.kpi;

import com.sentia.analytics.kpi.Aggregate.Count;
import com.sentia.analytics.kpi.Aggregate.Members;
import com.sentia.analytics.kpi.Aggregate.Rolled;
import com.sentia.analytics.kpi.Aggregate.Sum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The project's own catalogue file, for tests. */
public final class SalesCatalogue {
    private static final Set<FactKind> OF_SEVERAL = Set.of(FactKind.NEW_CUSTOMER, FactKind.DEMAND);
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

    /** Those made of counts, sums, members and products alone, demand by day among them: of levels, means over time, values picked and roots none. */
    public static KpiCatalogue summed(ZoneId zone) {
        return summed(whole(zone, DEMAND_SET, DEMAND_KPIS));
    }

    /** Of a catalogue, the same. */
    public static KpiCatalogue summed(KpiCatalogue whole) {
        return whole.publishing(whole.kpis().stream()
                .filter(kpi -> !kpi.value().hasDays()
                        && !kpi.formula().contains("root(")
                        && kpi.measures().stream()
                                .map(Measure::aggregate)
                                .allMatch(one -> one instanceof Count
                                        || one instanceof Sum
                                        || one instanceof Members
                                        || one instanceof Rolled))
                .collect(Collectors.toMap(Kpi::name, Kpi::version)));
    }

    /** Of these, those whose facts each come of one entity alone, by the one way that all facts go. */
    public static KpiCatalogue ofEntities(ZoneId zone) {
        KpiCatalogue summed = summed(zone);
        return summed.publishing(summed.kpis().stream()
                .filter(kpi -> kpi.measures().stream().noneMatch(measure -> OF_SEVERAL.contains(measure.fact())))
                .collect(Collectors.toMap(Kpi::name, Kpi::version)));
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
