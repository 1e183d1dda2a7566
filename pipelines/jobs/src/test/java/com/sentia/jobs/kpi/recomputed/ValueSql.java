package com.sentia.jobs.kpi.recomputed;

import com.sentia.analytics.kpi.Expression;
import com.sentia.analytics.kpi.Expression.Constant;
import com.sentia.analytics.kpi.Expression.Days;
import com.sentia.analytics.kpi.Expression.Operation;
import com.sentia.analytics.kpi.Expression.Positive;
import com.sentia.analytics.kpi.Linear;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An expression as an exact fraction of whole numbers in SQL; null, or a denominator of 0, where there is no value. Powers of ten are kept
 * apart, so that whole numbers stay within 128 bits.
 *
 * @param numerator SQL
 * @param denominator SQL
 * @param scale decimal places of the fraction; less than 0 where the denominator has more
 */
record ValueSql(String numerator, String denominator, int scale) {
    private static final int MICRO_PLACES = 6;

    private static final String ONE = "1::hugeint";

    /**
     * @param layout the measures, each at the place of its column
     * @param column the column of a measure's sum by its place
     */
    static ValueSql of(Expression expression, SetLayout layout, IntFunction<String> column) {
        if (expression instanceof Linear linear) {
            return sum(linear, layout, column);
        }
        if (expression instanceof Constant constant) {
            return new ValueSql(constant.value() + "::hugeint", ONE, 0);
        }
        if (expression instanceof Days) {
            return new ValueSql("(length // 1000000)::hugeint", "86400::hugeint", 0);
        }
        if (expression instanceof Positive positive) {
            ValueSql inner = of(positive.value(), layout, column);
            return new ValueSql(
                    "case when (%1$s > 0) = (%2$s > 0) and %1$s <> 0 then %1$s end"
                            .formatted(inner.numerator, inner.denominator),
                    inner.denominator,
                    inner.scale);
        }
        Operation both = (Operation) expression;
        ValueSql a = of(both.left(), layout, column);
        ValueSql b = of(both.right(), layout, column);
        return switch (both.operator()) {
            case PLUS -> a.plus(b, "+");
            case MINUS -> a.plus(b, "-");
            case TIMES -> a.times(b);
            case DIVIDED_BY -> a.times(b.inverse());
        };
    }

    /** A sum of measures, in their own decimal places. */
    static ValueSql sum(Linear linear, SetLayout layout, IntFunction<String> column) {
        String sum = Stream.concat(
                        linear.plus().stream().map(measure -> " + " + column.apply(layout.number(measure))),
                        linear.minus().stream().map(measure -> " - " + column.apply(layout.number(measure))))
                .collect(Collectors.joining("", "(0::hugeint", ")"));
        return new ValueSql(sum, ONE, SetLayout.scale(linear.measures().get(0)));
    }

    /** Millionths, rounded half-even once; null for no value. */
    String micros() {
        if (denominator.equals(ONE) && scale <= MICRO_PLACES) {
            return multiplied(numerator, MICRO_PLACES - scale);
        }
        return "half_even(%s, %s)"
                .formatted(
                        multiplied(numerator, Math.max(MICRO_PLACES - scale, 0)),
                        multiplied(denominator, Math.max(scale - MICRO_PLACES, 0)));
    }

    /** Whether a sum is so large that adding it to another moves that when both are rounded, too. */
    String isOneMicro() {
        return "abs(%s) >= %s".formatted(numerator, multiplied(ONE, Math.max(scale - MICRO_PLACES, 0)));
    }

    String isNotNothing() {
        return numerator + " <> 0";
    }

    private ValueSql plus(ValueSql other, String sign) {
        int places = Math.max(scale, other.scale);
        return new ValueSql(
                "(%s * %s %s %s * %s)"
                        .formatted(
                                multiplied(numerator, places - scale),
                                other.denominator,
                                sign,
                                multiplied(other.numerator, places - other.scale),
                                denominator),
                product(denominator, other.denominator),
                places);
    }

    private ValueSql inverse() {
        return new ValueSql(/* numerator= */ denominator, /* denominator= */ numerator, -scale);
    }

    /** Of products, what is both above and below the line is cancelled first. */
    private ValueSql times(ValueSql other) {
        if (isPlain(numerator, other.numerator) && isPlain(denominator, other.denominator)) {
            return new ValueSql(
                    product(numerator, other.numerator), product(denominator, other.denominator), scale + other.scale);
        }
        return new ValueSql(
                product(reduced(numerator, other.denominator), reduced(other.numerator, denominator)),
                product(reduced(denominator, other.numerator), reduced(other.denominator, numerator)),
                scale + other.scale);
    }

    private static boolean isPlain(String a, String b) {
        return a.equals(ONE) || b.equals(ONE);
    }

    private static String reduced(String part, String by) {
        return part.equals(ONE) || by.equals(ONE) ? part : "reduced(%s, %s)".formatted(part, by);
    }

    private static String multiplied(String number, int places) {
        return places == 0 ? number : "(" + number + " * 1" + "0".repeat(places) + "::hugeint)";
    }

    private static String product(String a, String b) {
        return a.equals(ONE) ? b : b.equals(ONE) ? a : "(" + a + " * " + b + ")";
    }
}
