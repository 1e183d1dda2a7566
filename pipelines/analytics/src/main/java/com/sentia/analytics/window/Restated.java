package com.sentia.analytics.window;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.Window;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One cause's change of final windows of one KPI.
 *
 * @param cause what changed them; of several that came together, each is told of as if those after it had not yet come
 * @param firstEnd first final window end whose value or components changed
 * @param lastEnd last such end
 * @param firstDelta change of the value at {@code firstEnd}; null where the ratio had or has no value
 */
public record Restated(
        Cause cause,
        Kpi kpi,
        Window window,
        long firstEnd,
        long lastEnd,
        @Nullable BigDecimal firstDelta) {}
