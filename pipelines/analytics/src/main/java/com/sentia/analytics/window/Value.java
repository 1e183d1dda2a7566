package com.sentia.analytics.window;

import com.sentia.analytics.kpi.Expression;
import com.sentia.analytics.kpi.Expression.Days;
import com.sentia.analytics.kpi.Expression.Operation;
import com.sentia.analytics.kpi.Expression.Operator;
import com.sentia.analytics.kpi.Expression.Positive;
import com.sentia.analytics.kpi.Expression.Root;
import com.sentia.analytics.kpi.Linear;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** An expression bound to the places of its measures in a row of totals. */
sealed interface Value
        permits PlacedSum, Value.Constant, Value.Length, Value.Both, Value.MoreThanNothing, Value.RootOf {
    /** Decimal places of values. */
    int SCALE = 6;

    static Value of(Expression expression, Layout layout) {
        if (expression instanceof Linear linear) {
            return PlacedSum.of(linear, layout);
        }
        if (expression instanceof Operation both) {
            return new Both(both.operator(), of(both.left(), layout), of(both.right(), layout));
        }
        if (expression instanceof Positive positive) {
            return new MoreThanNothing(of(positive.value(), layout));
        }
        if (expression instanceof Root root) {
            return new RootOf(of(root.value(), layout));
        }
        if (expression instanceof Days) {
            return new Length();
        }
        long number = ((Expression.Constant) expression).value();
        return new Constant(new Fraction(BigInteger.valueOf(number), BigInteger.ONE));
    }

    /** Null where there is no value. */
    @Nullable
    Fraction exact(long[] totals);

    /** Rounded once, half-even; null where there is no value. */
    default @Nullable BigDecimal rounded(long[] totals) {
        Fraction exact = exact(totals);
        return exact == null ? null : exact.rounded(SCALE);
    }

    /** The same whatever the totals. */
    record Constant(Fraction value) implements Value {
        @Override
        public Fraction exact(long[] totals) {
            return value;
        }
    }

    /** The window's length in days. */
    record Length() implements Value {
        private static final BigInteger MICROS_PER_DAY = BigInteger.valueOf(86_400_000_000L);

        @Override
        public Fraction exact(long[] totals) {
            return new Fraction(BigInteger.valueOf(totals[totals.length - 1]), MICROS_PER_DAY);
        }
    }

    /** What is made of two values. */
    record Both(Operator operator, Value left, Value right) implements Value {
        @Override
        public @Nullable Fraction exact(long[] totals) {
            Fraction some = left.exact(totals);
            Fraction other = right.exact(totals);
            if (some == null || other == null) {
                return null;
            }
            return switch (operator) {
                case PLUS -> some.plus(other);
                case MINUS -> some.plus(other.negated());
                case TIMES -> some.times(other);
                case DIVIDED_BY -> other.signum() == 0 ? null : some.times(other.inverse());
            };
        }
    }

    /** A value where it is more than 0. */
    record MoreThanNothing(Value value) implements Value {
        @Override
        public @Nullable Fraction exact(long[] totals) {
            Fraction found = value.exact(totals);
            return found == null || found.signum() <= 0 ? null : found;
        }
    }

    /** The root of a value that is not less than 0. */
    record RootOf(Value value) implements Value {
        @Override
        public @Nullable Fraction exact(long[] totals) {
            Fraction found = value.exact(totals);
            return found == null || found.signum() < 0 ? null : found.root();
        }
    }
}
