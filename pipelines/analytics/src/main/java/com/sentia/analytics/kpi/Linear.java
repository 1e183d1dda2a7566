package com.sentia.analytics.kpi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Some measures added and others taken off, all of one scale. */
public record Linear(List<Measure> plus, List<Measure> minus) implements Expression {
    public Linear {
        plus = List.copyOf(plus);
        minus = List.copyOf(minus);
        if (Stream.concat(plus.stream(), minus.stream())
                        .map(measure -> measure.aggregate().scale())
                        .distinct()
                        .count()
                != 1) {
            throw new IllegalArgumentException("measures of one scale wanted: " + plus + " " + minus);
        }
    }

    public static Linear of(Measure measure) {
        return new Linear(List.of(measure), List.of());
    }

    public int scale() {
        return Stream.concat(plus.stream(), minus.stream())
                .findFirst()
                .orElseThrow()
                .aggregate()
                .scale();
    }

    @Override
    public Stream<Linear> parts() {
        return Stream.of(this);
    }

    /** @throws IllegalArgumentException when the two are of different scales */
    Linear plus(Linear other) {
        return new Linear(joined(plus, other.plus), joined(minus, other.minus));
    }

    /** @throws IllegalArgumentException when the two are of different scales */
    Linear minus(Linear other) {
        return new Linear(joined(plus, other.minus), joined(minus, other.plus));
    }

    public List<Measure> measures() {
        return joined(plus, minus);
    }

    private static List<Measure> joined(List<Measure> some, List<Measure> more) {
        List<Measure> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
