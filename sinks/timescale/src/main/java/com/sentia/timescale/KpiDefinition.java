package com.sentia.timescale;

import java.util.List;

/**
 * One version of a KPI as the catalogue tables know it.
 *
 * @param kpi its name
 * @param version of this definition
 * @param title for people
 * @param unit such as GBP, orders or ratio
 * @param formula in words or signs, for people
 * @param componentNames names the entries of {@link KpiChange#components}, in order
 * @param measures what it rests on
 */
public record KpiDefinition(
        String kpi,
        int version,
        String title,
        String unit,
        String formula,
        List<String> componentNames,
        List<KpiMeasure> measures) {}
