package com.sentia.verification.bench.flink;

import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.CatalogueFile;
import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.KpiCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;

/** The KPIs the benchmark is about. */
final class BenchmarkKpis {
    private static final String FILE = "benchmark-kpis.yaml";
    private static final Set<String> NAMES = Set.of("net_sales", "units", "aov");

    private BenchmarkKpis() {}

    /** Only those compared: the others in the file are their parts, and would be work for the engine alone. */
    static KpiCatalogue catalogue(String window, boolean hasSkus) {
        String text = text().replace("${window}", window);
        return new KpiCatalogue(
                CatalogueFile.read(FILE, text, ZoneOffset.UTC, "GBP").sets().stream()
                        .filter(set -> hasSkus || !set.dimensions().contains(Attribute.SKU))
                        .map(BenchmarkKpis::compared)
                        .toList(),
                ZoneOffset.UTC);
    }

    private static DimensionSet compared(DimensionSet set) {
        return new DimensionSet(
                set.name(),
                set.dimensions(),
                set.kpis().stream().filter(kpi -> NAMES.contains(kpi.name())).toList(),
                set.windows(),
                set.isWide());
    }

    private static String text() {
        try (InputStream file = Objects.requireNonNull(BenchmarkKpis.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " can't be read", e);
        }
    }
}
