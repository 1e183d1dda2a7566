package com.sentia.analytics.kpi;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Definition of one KPI: a sum of measures, or the ratio of two such sums.
 *
 * @param unit what the value is counted in: a currency code, {@code orders}, {@code ratio}
 * @param owner who answers for the definition
 * @param description what it means, in words
 * @param formula how it is computed, for people
 * @param denominator null for a plain sum; a ratio whose denominator is 0 has no value
 * @param components the unrounded parts shown beside the value; empty for a plain measure
 * @param counted the measures whose facts {@code fact_count} counts
 */
public record Kpi(
        String name,
        int version,
        String title,
        String unit,
        String owner,
        String description,
        String formula,
        Linear numerator,
        @Nullable Linear denominator,
        List<Component> components,
        List<Measure> counted) {

    /** A named part of a derived KPI. */
    public record Component(String name, Linear value) {}

    public Kpi {
        components = List.copyOf(components);
        counted = List.copyOf(counted);
        if (denominator != null && components.isEmpty()) {
            throw new IllegalArgumentException(name + ": a ratio shows its parts");
        }
    }

    /** The same, whose {@code fact_count} counts these. */
    Kpi counting(List<Measure> measures) {
        return new Kpi(
                name, version, title, unit, owner, description, formula, numerator, denominator, components, measures);
    }

    /** The same under another version. */
    public Kpi asVersion(int number) {
        return new Kpi(
                name, number, title, unit, owner, description, formula, numerator, denominator, components, counted);
    }

    /** What decides the values, and none of the words: two KPIs that differ in nothing else have the same values. */
    Kpi withoutWords() {
        return new Kpi(name, 0, "", unit, "", "", "", numerator, denominator, components, counted);
    }

    /** Every measure that value or components rest on, each once. */
    public List<Measure> measures() {
        Stream<Linear> values = Stream.concat(
                denominator == null ? Stream.of(numerator) : Stream.of(numerator, denominator),
                components.stream().map(Component::value));
        return values.flatMap(value -> value.measures().stream()).distinct().toList();
    }
}
