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
    /** Decimal places of a root that no fraction is. */
    private static final int ROOT_PLACES = 60;

    private static final BigInteger ROOT_UNIT = BigInteger.TEN.pow(ROOT_PLACES);

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

    /**
     * The square root: exact where that is a fraction, else cut off after sixty decimal places, which leaves a rounding to six what it
     * is of the exact one.
     *
     * @throws ArithmeticException of less than 0
     */
    Fraction root() {
        BigInteger common = numerator.gcd(denominator);
        BigInteger over = numerator.divide(common).multiply(BigInteger.valueOf(denominator.signum()));
        BigInteger under = denominator.divide(common).abs();
        BigInteger[] overRoot = over.sqrtAndRemainder();
        BigInteger[] underRoot = under.sqrtAndRemainder();
        if (overRoot[1].signum() == 0 && underRoot[1].signum() == 0) {
            return new Fraction(overRoot[0], underRoot[0]);
        }
        BigInteger scaled = over.multiply(ROOT_UNIT).multiply(ROOT_UNIT).divide(under);
        return new Fraction(scaled.sqrt(), ROOT_UNIT);
    }

    int signum() {
        return numerator.signum() * denominator.signum();
    }

    /** Half-even. */
    BigDecimal rounded(int scale) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), scale, RoundingMode.HALF_EVEN);
    }
}
