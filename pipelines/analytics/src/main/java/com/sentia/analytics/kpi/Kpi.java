package com.sentia.analytics.kpi;

import java.util.List;
import java.util.stream.Stream;

/**
 * Definition of one KPI: a sum of measures, or a formula over such sums.
 *
 * @param unit what the value is counted in: a currency code, {@code orders}, {@code ratio}
 * @param owner who answers for the definition
 * @param description what it means, in words
 * @param formula how it is computed, for people
 * @param value how it is computed
 * @param components the unrounded sums shown beside the value; empty for a plain measure
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
        Expression value,
        List<Component> components,
        List<Measure> counted) {

    /** A named part of a derived KPI. */
    public record Component(String name, Linear value) {}

    public Kpi {
        components = List.copyOf(components);
        counted = List.copyOf(counted);
        if (!(value instanceof Linear) && components.isEmpty()) {
            throw new IllegalArgumentException(name + ": a formula shows its parts");
        }
    }

    /** The same, whose {@code fact_count} counts these. */
    Kpi counting(List<Measure> measures) {
        return new Kpi(name, version, title, unit, owner, description, formula, value, components, measures);
    }

    /** Names of the canonical records whose facts it rests on, in alphabetical order. */
    public List<String> contracts() {
        return measures().stream()
                .flatMap(measure -> measure.fact().contracts().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The same under another version. */
    public Kpi asVersion(int number) {
        return new Kpi(name, number, title, unit, owner, description, formula, value, components, counted);
    }

    /** What decides the values, and none of the words: two KPIs that differ in nothing else have the same values. */
    Kpi withoutWords() {
        return new Kpi(name, 0, "", unit, "", "", "", value, components, counted);
    }

    /** Every measure that value or components rest on, each once. */
    public List<Measure> measures() {
        return Stream.concat(value.parts(), components.stream().map(Component::value))
                .flatMap(part -> part.measures().stream())
                .distinct()
                .toList();
    }
}
