package com.sentia.verification.bench.bare;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code kpi_value}, its arrays in PostgreSQL's text form. Instants in microseconds, UTC.
 *
 * @param windowEndMicros end of the window, exclusive
 */
public record BareRow(
        int seriesId,
        long windowEndMicros,
        @Nullable BigDecimal value,
        @Nullable String components,
        long factCount,
        int revision,
        String flags,
        long updatedAtMicros,
        long generation,
        long sequence) {}
