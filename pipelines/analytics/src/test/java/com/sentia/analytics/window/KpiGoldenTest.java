package com.sentia.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.analytics.kpi.SalesCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every KPI of the catalogue against values worked out by hand: {@code + kind instant attribute=… figure=…} is a fact,
 * {@code = kpi set members window end value} what must come of all of them.
 */
class KpiGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/com/sentia/analytics/kpi/golden");
    private static final KpiCatalogue CATALOGUE = SalesCatalogue.whole(ZoneId.of("Europe/London"));
    private static final long RETENTION = Duration.ofDays(400).toNanos() / 1_000;
    private static final Instant END = Instant.parse("2026-12-01T00:00:00Z");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void givesTheValuesWorkedOutByHand(Path file) {
        EngineDriver driver = new EngineDriver(CATALOGUE, RETENTION);
        List<Fact> facts = lines(file, "+ ").map(KpiGoldenTest::fact).toList();
        for (int f = 0; f < facts.size(); f++) {
            driver.arrive("entity/" + f, new EntityFacts(new EntityVersion(1, 0, 0), List.of(facts.get(f))));
        }
        driver.advance(Batch.micros(END));

        assertThat(lines(file, "= ")).allSatisfy(line -> {
            String[] words = line.split(" ", -1);
            List<String> members = words[2].equals("-") ? List.of() : List.of(words[2].split(","));
            KpiRow row = driver.rows(words[1], members, words[0], words[3]).get(Batch.micros(Instant.parse(words[4])));
            assertThat(row).as(line).isNotNull();
            if (words[5].equals("none")) {
                assertThat(Objects.requireNonNull(row).value()).as(line).isNull();
            } else {
                assertThat(Objects.requireNonNull(row).value()).as(line).isEqualByComparingTo(words[5]);
            }
        });
    }

    @Test
    void leavesNoKpiOut() throws IOException {
        assertThat(files().stream().flatMap(file -> lines(file, "= ")).map(line -> line.split(" ", 2)[0]))
                .containsAll(CATALOGUE.kpis().stream().map(Kpi::name).toList());
    }

    private static Stream<String> lines(Path file, String begin) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(begin))
                    .map(line -> line.substring(begin.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fact fact(String line) {
        String[] words = line.split(" ", -1);
        FactKind kind = FactKind.valueOf(words[0].toUpperCase(Locale.ROOT));
        Fact.Builder fact = Fact.of(kind, Batch.micros(Instant.parse(words[1])));
        for (String word : List.of(words).subList(2, words.length)) {
            String name = word.substring(0, word.indexOf('=')).toUpperCase(Locale.ROOT);
            String value = word.substring(word.indexOf('=') + 1);
            if (Stream.of(Attribute.values())
                    .anyMatch(attribute -> attribute.name().equals(name))) {
                fact.with(Attribute.valueOf(name), value);
            } else {
                Figure figure = Figure.valueOf(name);
                fact.with(
                        figure,
                        new BigDecimal(value).movePointRight(figure.scale()).longValueExact());
            }
        }
        return fact.build();
    }
}
