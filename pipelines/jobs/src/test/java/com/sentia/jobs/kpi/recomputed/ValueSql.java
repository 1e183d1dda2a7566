package com.sentia.jobs.kpi.recomputed;

import com.sentia.analytics.kpi.Expression;
import com.sentia.analytics.kpi.Expression.Constant;
import com.sentia.analytics.kpi.Expression.Operation;
import com.sentia.analytics.kpi.Expression.Positive;
import com.sentia.analytics.kpi.Linear;
import com.sentia.analytics.kpi.Measure;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An expression as an exact fraction of whole numbers in SQL; null, or a denominator of 0, where there is no value.
 *
 * @param numerator SQL
 * @param denominator SQL
 */
record ValueSql(String numerator, String denominator) {
    private static final int MICRO_PLACES = 6;

    /**
     * @param layout the measures, each at the place of its column
     * @param column the column of a measure's sum by its place
     */
    static ValueSql of(Expression expression, List<Measure> layout, IntFunction<String> column) {
        if (expression instanceof Linear linear) {
            return new ValueSql(sum(linear, layout, column), "1" + "0".repeat(linear.scale()) + "::hugeint");
        }
        if (expression instanceof Constant constant) {
            return new ValueSql(constant.value() + "::hugeint", "1::hugeint");
        }
        if (expression instanceof Positive positive) {
            ValueSql inner = of(positive.value(), layout, column);
            return new ValueSql(
                    "case when (%1$s > 0) = (%2$s > 0) and %1$s <> 0 then %1$s end"
                            .formatted(inner.numerator, inner.denominator),
                    inner.denominator);
        }
        Operation both = (Operation) expression;
        ValueSql a = of(both.left(), layout, column);
        ValueSql b = of(both.right(), layout, column);
        return switch (both.operator()) {
            case PLUS ->
                new ValueSql(
                        "(%s * %s + %s * %s)".formatted(a.numerator, b.denominator, b.numerator, a.denominator),
                        product(a.denominator, b.denominator));
            case MINUS ->
                new ValueSql(
                        "(%s * %s - %s * %s)".formatted(a.numerator, b.denominator, b.numerator, a.denominator),
                        product(a.denominator, b.denominator));
            case TIMES -> new ValueSql(product(a.numerator, b.numerator), product(a.denominator, b.denominator));
            case DIVIDED_BY -> new ValueSql(product(a.numerator, b.denominator), product(a.denominator, b.numerator));
        };
    }

    /** Millionths, rounded half-even once; null for no value. */
    String micros() {
        return "half_even_millionths(%s, %s)".formatted(numerator, denominator);
    }

    /** A sum of measures in its own decimal places. */
    static String sum(Linear linear, List<Measure> layout, IntFunction<String> column) {
        return Stream.concat(
                        linear.plus().stream().map(measure -> " + " + column.apply(layout.indexOf(measure))),
                        linear.minus().stream().map(measure -> " - " + column.apply(layout.indexOf(measure))))
                .collect(Collectors.joining("", "(0::hugeint", ")"));
    }

    /** The same in millionths. */
    static String sumMicros(Linear linear, List<Measure> layout, IntFunction<String> column) {
        return sum(linear, layout, column) + " * 1" + "0".repeat(MICRO_PLACES - linear.scale());
    }

    private static String product(String a, String b) {
        return "(" + a + " * " + b + ")";
    }
}
