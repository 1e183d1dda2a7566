package com.sentia.analytics.kpi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;

/** The project's own catalogue file, for tests. */
public final class SalesCatalogue {
    private static final Path FILE = Path.of("../../jobs-config/kpis.yaml");

    private SalesCatalogue() {}

    public static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The catalogue with calendar days of {@code zone} and amounts in pounds. */
    public static KpiCatalogue in(ZoneId zone) {
        return CatalogueFile.read(FILE.toString(), text(), zone, "GBP");
    }
}
