package com.sentia.normalizer.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.schemas.Feed;
import com.sentia.schemas.RawRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CapturedRowsTest {
    private static final String OTHER_ID = "id-of-another";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> mapsProductionRunsAsTheGoldenPairsSay() {
        return checks("production-runs", new ProductionRunMapper(), "run_id");
    }

    @TestFactory
    Stream<DynamicTest> mapsMachineReadingsAsTheGoldenPairsSay() {
        return checks("machine-readings", new MachineReadingMapper(), "reading_id");
    }

    @TestFactory
    Stream<DynamicTest> mapsInspectionsAsTheGoldenPairsSay() {
        return checks("inspections", new QualityInspectionMapper(), "inspection_id");
    }

    @TestFactory
    Stream<DynamicTest> mapsExchangeRatesAsTheGoldenPairsSay() {
        return checks("fx-rates", new FxRateMapper(), "base_currency", "quote_currency", "day");
    }

    private static Stream<DynamicTest> checks(String folder, PayloadMapper mapper, String... key) {
        List<GoldenPair> pairs = GoldenPair.in("sentia", folder);
        assertThat(pairs).isNotEmpty();
        return pairs.stream()
                .map(pair -> DynamicTest.dynamicTest(pair.name(), () -> {
                    RawRecord raw = pair.raw("sentia", "plant", folder, id(pair, key), Feed.CDC);
                    JsonNode now = pair.mappedBy(mapper, raw);
                    assertThat(now).isEqualTo(pair.expected(now));
                    assertThat(now.isObject()).isEqualTo(pair.name().startsWith("refused"));
                }));
    }

    private static String id(GoldenPair pair, String... key) throws IOException {
        if (pair.name().contains(OTHER_ID)) {
            return "another";
        }
        JsonNode row = JSON.readTree(Files.readAllBytes(pair.payload()));
        return Stream.of(key).map(column -> row.path(column).asText()).collect(Collectors.joining("/"));
    }
}
