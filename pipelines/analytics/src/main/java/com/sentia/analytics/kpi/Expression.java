package com.sentia.analytics.kpi;

import java.util.stream.Stream;

/** How a value is made from sums of measures; computed exactly and rounded once. A part without a value leaves none. */
public sealed interface Expression permits Linear, Expression.Constant, Expression.Operation, Expression.Positive {
    /** The sums it rests on, in the order they are written. */
    Stream<Linear> parts();

    /** A whole number. */
    record Constant(long value) implements Expression {
        @Override
        public Stream<Linear> parts() {
            return Stream.empty();
        }
    }

    /** What is done with two expressions. */
    record Operation(Operator operator, Expression left, Expression right) implements Expression {
        @Override
        public Stream<Linear> parts() {
            return Stream.concat(left.parts(), right.parts());
        }
    }

    /** The expression where it is more than 0, else no value: a divisor whose other side means nothing. */
    record Positive(Expression value) implements Expression {
        @Override
        public Stream<Linear> parts() {
            return value.parts();
        }
    }

    /** Dividing by 0 gives no value. */
    enum Operator {
        PLUS,
        MINUS,
        TIMES,
        DIVIDED_BY
    }
}
