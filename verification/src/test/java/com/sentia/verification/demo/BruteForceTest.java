package com.sentia.verification.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SQL against the rules done naively in Java, on random files over both changes of the clocks, a year's end and a leap day. */
class BruteForceTest {
    private static final List<LocalDateTime> STARTS = List.of(
            LocalDateTime.of(2011, 3, 26, 0, 0),
            LocalDateTime.of(2010, 10, 26, 0, 0),
            LocalDateTime.of(2010, 12, 26, 0, 0),
            LocalDateTime.of(2012, 2, 24, 0, 0));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void findsTheSameFacts(long seed) {
        RandomRetailFile random = RandomRetailFile.of(seed, STARTS.get((int) seed % STARTS.size()));

        try (Recomputed file = Recomputed.from(folder, random.csv(), 0)) {
            assertThat(file.rows("""
                            select upper(kind), moment, region, sku, customer, amount // 10000, units
                            from fact"""))
                    .as("seed %d", seed)
                    .hasSizeGreaterThan(100)
                    .containsExactlyInAnyOrderElementsOf(NaiveFacts.of(random).stream()
                            .map(BruteForceTest::text)
                            .toList());
        }
    }

    private static String text(NaiveFacts.Fact fact) {
        return "%s %d %s %s %s %d %d"
                .formatted(
                        fact.measure(),
                        fact.at().getEpochSecond() * 1_000_000,
                        fact.region(),
                        fact.sku(),
                        fact.customer(),
                        fact.pennies(),
                        fact.units());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsTheSameChangePoints(long seed) {
        RandomRetailFile random = RandomRetailFile.of(seed, STARTS.get((int) seed % STARTS.size()));
        List<NaiveFacts.Fact> facts = NaiveFacts.of(random);

        try (Recomputed file = Recomputed.from(folder, random.csv(), 0)) {
            assertThat(file.rows("select count(*) from line"))
                    .containsExactly(String.valueOf(random.lines().size()));
            Set<String> expected = NaiveChangePoints.of(facts);
            assertThat(file.rows("""
                            select kpi, dimensions, time_window, window_end, value,
                                   cast([c for c in [component_1, component_2, component_3] if c is not null] as varchar),
                                   fact_count
                            from expected"""))
                    .as("seed %d", seed)
                    .hasSizeGreaterThan(1_000)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}
