package com.sentia.analytics.kpi;

import java.util.List;
import java.util.stream.Stream;

/** Some measures added and others taken off, all of one scale. */
public record Linear(List<Measure> plus, List<Measure> minus) {
    public Linear {
        plus = List.copyOf(plus);
        minus = List.copyOf(minus);
        if (Stream.concat(plus.stream(), minus.stream())
                        .map(measure -> measure.quantity().scale())
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
        return plus.get(0).quantity().scale();
    }

    public List<Measure> measures() {
        return Stream.concat(plus.stream(), minus.stream()).toList();
    }
}
