package com.sentia.analytics.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KpiReferenceTest {
    private static final Path PAGE = Path.of("../../docs/reference/kpis.md");
    private static final String COMMAND = "mvn -pl pipelines/analytics -am package -Dupdate-docs=true";

    @Test
    void isCurrent() throws IOException {
        if (Boolean.getBoolean("update-docs")) {
            Files.writeString(PAGE, page());
        }

        assertThat(Files.readString(PAGE)).as("run %s", COMMAND).isEqualTo(page());
    }

    private static String page() {
        KpiCatalogue catalogue = SalesCatalogue.whole(ZoneId.of("Europe/London"));
        StringBuilder page = new StringBuilder();
        page.append("""
                # KPIs

                Generated from `jobs-config/kpis.yaml` by `%s`; a test fails when it is stale.
                Amounts are in the business currency, here GBP; times are in seconds. A formula has no value where it divides by 0;
                `positive(a)` has none unless a is above 0, `root(a)`, the square root, has none of less than 0.
                A KPI waits until sources write all the records it rests on ([topics.md](topics.md)); how facts are made of records: [kpi-facts.md](kpi-facts.md).

                | KPI | title | means | formula | unit | kept for | owner | rests on |
                |---|---|---|---|---|---|---|---|
                """.formatted(COMMAND));
        for (Kpi kpi : catalogue.kpis()) {
            String sets = catalogue.setsOf(kpi).stream().map(DimensionSet::name).collect(Collectors.joining(", "));
            page.append("| `%s` v%d | %s | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            kpi.name(),
                            kpi.version(),
                            kpi.title(),
                            kpi.description(),
                            formula(kpi),
                            kpi.unit(),
                            sets,
                            kpi.owner(),
                            String.join(", ", kpi.contracts())));
        }
        page.append("\n| set | told apart by | windows |\n|---|---|---|\n");
        for (DimensionSet set : catalogue.sets()) {
            String by = set.dimensions().isEmpty()
                    ? "nothing: everything together"
                    : set.dimensions().stream().map(Attribute::key).collect(Collectors.joining(", "));
            String windows = set.windows().stream().map(Window::name).collect(Collectors.joining(", "));
            page.append("| `%s` | %s | %s |\n".formatted(set.name(), by, windows));
        }
        page.append("\n| fact | of | attributes | figures |\n|---|---|---|---|\n");
        for (FactKind kind : FactKind.values()) {
            page.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            kind.key(),
                            String.join(", ", kind.contracts()),
                            kind.attributes().stream().map(Attribute::key).collect(Collectors.joining(", ")),
                            kind.figures().stream().map(Figure::key).collect(Collectors.joining(", "))));
        }
        return page.toString();
    }

    private static String formula(Kpi kpi) {
        return kpi.components().isEmpty()
                ? kpi.measures().stream().map(Measure::toString).collect(Collectors.joining())
                : kpi.formula();
    }
}
