package com.sentia.analytics.kpi;

/** One figure kept per slice: a quantity of the facts of one kind. */
public record Measure(String name, FactKind fact, Quantity quantity) {}
