package com.sentia.timescale;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI job says of one window of one series: this is its change point now, or there is none (any more).
 *
 * @param kpi name in the catalogue
 * @param kpiVersion version of its definition
 * @param dimensions name to member; empty for the total; order doesn't matter
 * @param window size/step ({@code 24h/5m}) or a calendar unit ({@code day})
 * @param windowEndMicros end of the window, exclusive, UTC
 * @param delete whether there is no change point here any more; value, components, factCount and flags are then ignored
 * @param value in the KPI's unit, at most six decimals; null where a ratio has no denominator
 * @param components unrounded parts in the order of the definition's component names; empty for a plain measure
 * @param factCount facts in the window that the value rests on
 * @param revision 0 until the window is final, then counts changes
 * @param superseding whether the window was final before this change, so that what the table says now goes to
 *     {@code kpi_value_history} if it differs
 * @param flags such as {@code SOURCE_INCOMPLETE}
 * @param updatedAtMicros when the job found this, UTC
 * @param generation the writer's, from {@link WriterGeneration}
 * @param sequence grows with each change of the same row within a generation
 */
public record KpiChange(
        String kpi,
        int kpiVersion,
        Map<String, String> dimensions,
        String window,
        long windowEndMicros,
        boolean delete,
        @Nullable BigDecimal value,
        List<BigDecimal> components,
        long factCount,
        int revision,
        boolean superseding,
        List<String> flags,
        long updatedAtMicros,
        long generation,
        long sequence) {}
