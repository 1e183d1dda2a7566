package com.sentia.schemas.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The hand-written page of KPIs and facts speaks of fields that there are. */
class KpiFactsTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "kpi-facts.md");
    private static final Pattern FIELD = Pattern.compile("`([A-Z]\\w+)\\.([a-z][\\w.]*)`");
    private static final Pattern KPI = Pattern.compile("(?m)^\\| `([a-z]\\w+)` \\|");
    private static final int AT_LEAST = 60;

    private final Map<String, Schema> contracts = Topics.catalogue()
            .flatMap(topic -> topic.values().stream())
            .collect(Collectors.toMap(Schema::getName, Function.identity(), (one, same) -> one));

    @Test
    void namesOnlyFieldsThatAContractHas() throws IOException {
        List<MatchResult> named =
                FIELD.matcher(Files.readString(PAGE)).results().toList();

        assertThat(named).isNotEmpty();
        assertThat(named.stream()
                        .filter(field -> !isThere(contracts.get(field.group(1)), field.group(2)))
                        .map(MatchResult::group))
                .isEmpty();
    }

    @Test
    void namesEachKpiOnce() throws IOException {
        assertThat(KPI.matcher(Files.readString(PAGE)).results().map(kpi -> kpi.group(1)))
                .hasSizeGreaterThanOrEqualTo(AT_LEAST)
                .doesNotHaveDuplicates();
    }

    @Test
    void usesEveryCanonicalFact() throws IOException {
        List<String> used = FIELD.matcher(Files.readString(PAGE))
                .results()
                .map(field -> field.group(1))
                .toList();

        assertThat(used)
                .contains("SalesOrder", "SalesRefund", "CatalogProduct", "FxRate")
                .contains("ProductionRun", "QualityInspection", "MachineReading")
                .containsAll(Topics.RESERVED.stream()
                        .filter(topic -> !topic.name().endsWith(".rejected"))
                        .map(topic -> topic.values().get(0).getName())
                        .toList());
    }

    private static boolean isThere(@Nullable Schema type, String path) {
        Schema found = type;
        for (String name : path.split("\\.", -1)) {
            Schema.Field field = found == null || found.getType() != Schema.Type.RECORD ? null : found.getField(name);
            if (field == null) {
                return false;
            }
            found = field.schema().getType() == Schema.Type.ARRAY
                    ? field.schema().getElementType()
                    : field.schema();
        }
        return true;
    }
}
