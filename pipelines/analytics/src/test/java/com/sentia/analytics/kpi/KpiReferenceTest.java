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
        KpiCatalogue catalogue = SalesCatalogue.in(ZoneId.of("Europe/London"));
        StringBuilder page = new StringBuilder();
        page.append("# KPIs\n\nGenerated from `jobs-config/kpis.yaml` by `")
                .append(COMMAND)
                .append("`; a test fails when it is stale.\n")
                .append(
                        "Amounts are in the business currency, here GBP. A ratio has no value where its divisor is 0.\n\n")
                .append("| KPI | title | means | formula | unit | kept for | owner |\n|---|---|---|---|---|---|---|\n");
        for (Kpi kpi : catalogue.kpis()) {
            String sets = catalogue.setsOf(kpi).stream().map(DimensionSet::name).collect(Collectors.joining(", "));
            page.append("| `%s` v%d | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            kpi.name(),
                            kpi.version(),
                            kpi.title(),
                            kpi.description(),
                            kpi.formula(),
                            kpi.unit(),
                            sets,
                            kpi.owner()));
        }
        page.append("\n| set | told apart by | windows |\n|---|---|---|\n");
        for (DimensionSet set : catalogue.sets()) {
            String by = set.dimensions().isEmpty()
                    ? "nothing: everything together"
                    : set.dimensions().stream().map(Attribute::key).collect(Collectors.joining(", "));
            String windows = set.windows().stream().map(Window::name).collect(Collectors.joining(", "));
            page.append("| `%s` | %s | %s |\n".formatted(set.name(), by, windows));
        }
        return page.toString();
    }
}
