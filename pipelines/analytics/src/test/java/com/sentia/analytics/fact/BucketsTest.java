package com.sentia.analytics.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private static final long SEED = 7;

    @Test
    void standsForEachNumberWithinAHundredth() {
        Random random = new Random(SEED);
        LongStream small = LongStream.range(-20_000, 20_000);
        LongStream any = LongStream.generate(() -> random.nextLong() >> random.nextInt(62))
                .limit(200_000);

        LongStream.concat(small, any).filter(number -> number != Long.MIN_VALUE).forEach(number -> {
            long error = Math.abs(Buckets.number(Buckets.of(number)) - number);
            assertThat((double) error).as("%d", number).isLessThanOrEqualTo(Math.abs((double) number) / 100);
        });
    }

    @Test
    void keepsTheOrder() {
        LongStream.range(-20_000, 20_000)
                .forEach(number -> assertThat(Buckets.of(number)).isLessThanOrEqualTo(Buckets.of(number + 1)));
    }
}
