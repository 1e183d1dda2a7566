package com.sentia.verification.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OrderLineGeneratorTest {
    private static final long SEED = 7;
    private static final int LINES = 20_000;
    private static final int DAYS = 3;

    @Test
    void makesTheSameLinesFromTheSameSeed() {
        assertThat(lines(SEED)).hasSize(LINES).isEqualTo(lines(SEED)).isNotEqualTo(lines(SEED + 1));
    }

    @Test
    void keepsLinesInTheOrderOfTheirTime() {
        List<Long> times = lines(SEED).stream().map(OrderLine::timeMicros).toList();

        assertThat(times).isSorted();
        assertThat(times.get(LINES - 1) - times.get(0))
                .isLessThan(TimeUnit.DAYS.toMicros(DAYS))
                .isGreaterThan(TimeUnit.DAYS.toMicros(DAYS) * 99 / 100);
    }

    @Test
    void sellsTheFirstArticleAboutTwiceAsOftenAsTheSecond() {
        var sold = lines(SEED).stream().collect(Collectors.groupingBy(OrderLine::sku, Collectors.counting()));

        assertThat((double) sold.getOrDefault(ZipfSkus.name(0), 0L) / sold.getOrDefault(ZipfSkus.name(1), 1L))
                .isBetween(1.7, 2.3);
        assertThat(sold).hasSizeGreaterThan(1_000);
    }

    @Test
    void decodesALineAsItWasEncoded() throws IOException {
        OrderLineCodec codec = new OrderLineCodec();
        for (OrderLine line : lines(SEED).subList(0, 10)) {
            assertThat(codec.decode(codec.encode(line))).isEqualTo(line);
        }
    }

    private static List<OrderLine> lines(long seed) {
        List<OrderLine> lines = new ArrayList<>();
        new OrderLineGenerator(seed, LINES, DAYS).forEachRemaining(lines::add);
        return lines;
    }
}
