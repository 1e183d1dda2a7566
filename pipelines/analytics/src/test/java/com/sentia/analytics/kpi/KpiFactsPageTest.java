package com.sentia.analytics.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hand-written page of KPIs and facts, and the catalogue, speak of the same KPIs. */
class KpiFactsPageTest {
    private static final Path PAGE = Path.of("../../docs/reference/kpi-facts.md");
    private static final Pattern KPI = Pattern.compile("(?m)^\\| `([a-z]\\w+)` \\|");
    private static final String NOT_YET = "\n## Not yet\n";
    private static final int AT_LEAST = 60;

    private final List<String> catalogue =
            SalesCatalogue.whole(ZoneOffset.UTC).kpis().stream().map(Kpi::name).toList();
    private String page = "";

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(PAGE);
        assertThat(page).containsOnlyOnce(NOT_YET);
    }

    @Test
    void namesKpisThatTheCatalogueHas() {
        assertThat(kpis(page.substring(0, page.indexOf(NOT_YET))))
                .hasSizeGreaterThan(AT_LEAST)
                .isSubsetOf(catalogue);
    }

    @Test
    void promisesOnlyWhatTheCatalogueHasNot() {
        assertThat(kpis(page.substring(page.indexOf(NOT_YET)))).doesNotContainAnyElementsOf(catalogue);
    }

    private static List<String> kpis(String text) {
        return KPI.matcher(text).results().map(kpi -> kpi.group(1)).toList();
    }
}
