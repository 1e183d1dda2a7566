package com.sentia.analytics.window;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact number.
 *
 * @param denominator never 0
 */
record Fraction(BigInteger numerator, BigInteger denominator) {
    Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Fraction negated() {
        return new Fraction(numerator.negate(), denominator);
    }

    Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException for 0 */
    Fraction inverse() {
        if (signum() == 0) {
            throw new ArithmeticException("0 has no inverse");
        }
        return new Fraction(denominator, numerator);
    }

    int signum() {
        return numerator.signum() * denominator.signum();
    }

    /** Half-even. */
    BigDecimal rounded(int scale) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), scale, RoundingMode.HALF_EVEN);
    }
}
