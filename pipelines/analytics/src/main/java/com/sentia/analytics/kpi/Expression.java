package com.sentia.analytics.kpi;

import java.util.stream.Stream;

/** How a value is made from sums of measures; computed exactly and rounded once. A part without a value leaves none. */
public sealed interface Expression
        permits Linear,
                Expression.Constant,
                Expression.Days,
                Expression.Operation,
                Expression.Positive,
                Expression.Root {
    /** The sums it rests on, in the order they are written. */
    Stream<Linear> parts();

    /** Whether the length of the window is part of it. */
    default boolean hasDays() {
        return false;
    }

    /** A whole number. */
    record Constant(long value) implements Expression {
        @Override
        public Stream<Linear> parts() {
            return Stream.empty();
        }
    }

    /** The length of the window in days. */
    record Days() implements Expression {
        @Override
        public boolean hasDays() {
            return true;
        }

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

        @Override
        public boolean hasDays() {
            return left.hasDays() || right.hasDays();
        }
    }

    /** The expression where it is more than 0, else no value: a divisor whose other side means nothing. */
    record Positive(Expression value) implements Expression {
        @Override
        public Stream<Linear> parts() {
            return value.parts();
        }

        @Override
        public boolean hasDays() {
            return value.hasDays();
        }
    }

    /** What multiplied by itself is the expression; no value where that is less than 0. */
    record Root(Expression value) implements Expression {
        @Override
        public Stream<Linear> parts() {
            return value.parts();
        }

        @Override
        public boolean hasDays() {
            return value.hasDays();
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
