package com.sentia.verification.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HalfEvenTest {
    @TempDir
    private Path folder;

    @Test
    void roundsQuotientsAsBigDecimalDoes() {
        List<long[]> pairs = new ArrayList<>(List.of(
                new long[] {1, 2_000_000},
                new long[] {3, 2_000_000},
                new long[] {-1, 2_000_000},
                new long[] {-3, 2_000_000},
                new long[] {5, -2_000_000},
                new long[] {0, 7},
                new long[] {9_000_000_000_000_000L, 7}));
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            pairs.add(new long[] {random.nextLong(-5_000, 5_000), random.nextLong(1, 20) * 250_000});
        }
        try (Recomputed empty = Recomputed.from(folder, "", 0)) {
            for (long[] pair : pairs) {
                String expected = BigDecimal.valueOf(pair[0])
                        .movePointRight(6)
                        .divide(BigDecimal.valueOf(pair[1]), 0, RoundingMode.HALF_EVEN)
                        .toPlainString();
                assertThat(empty.rows("select half_even_millionths(%d, %d)".formatted(pair[0], pair[1])))
                        .as("%d / %d", pair[0], pair[1])
                        .containsExactly(expected);
            }
            assertThat(empty.rows("select half_even_millionths(1, 0)")).containsExactly("null");
        }
    }
}
