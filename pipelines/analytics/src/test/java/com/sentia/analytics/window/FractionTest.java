package com.sentia.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FractionTest {
    private static final int PLACES = 6;
    private static final MathContext PRECISE = new MathContext(100);

    @Test
    void rootsOfSquaresAreExact() {
        assertThat(fraction(0, 7).root().rounded(PLACES)).isEqualByComparingTo("0");
        assertThat(fraction(50, 18).root()).isEqualTo(fraction(5, 3));
        assertThat(fraction(-50, -18).root()).isEqualTo(fraction(5, 3));
        // Halves of the last place go to the even one: 0.0000005 and 0.0000015.
        assertThat(fraction(1, 4_000_000_000_000L).root().rounded(PLACES)).isEqualByComparingTo("0.000000");
        assertThat(fraction(9, 4_000_000_000_000L).root().rounded(PLACES)).isEqualByComparingTo("0.000002");
    }

    @Test
    void hasNoRootOfLessThanNothing() {
        assertThatThrownBy(() -> fraction(-1, 4).root()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void roundsOtherRootsAsTheExactOne() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            long over = random.nextLong() & Long.MAX_VALUE;
            long under = 1 + (random.nextLong() & Integer.MAX_VALUE);

            BigDecimal expected = new BigDecimal(over)
                    .divide(new BigDecimal(under), PRECISE)
                    .sqrt(PRECISE)
                    .setScale(PLACES, RoundingMode.HALF_EVEN);

            assertThat(fraction(over, under).root().rounded(PLACES))
                    .as("%d/%d", over, under)
                    .isEqualTo(expected);
        }
    }

    private static Fraction fraction(long over, long under) {
        return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }
}
