package com.sentia.analytics.window;

import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.Window;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change point to write or to delete.
 *
 * @param end end of the window, exclusive
 * @param value null for a ratio without denominator, and in a deletion
 * @param components in the KPI's order; empty in a deletion
 * @param count facts in the window
 * @param flags empty where amounts were in the business currency, or converted by the rates of their days
 * @param revision 0 until the window was final, then the number of causes that changed its value, components or flags
 */
public record KpiRow(
        Op op,
        Kpi kpi,
        Window window,
        long end,
        @Nullable BigDecimal value,
        List<BigDecimal> components,
        long count,
        Set<RateFlag> flags,
        int revision,
        Stage stage) {

    /** What the window is when the row is written. */
    public enum Stage {
        /** More facts may come. */
        OPEN,
        /** It has just become final. */
        FINAL,
        /** It was final before: what the row said is superseded. */
        RESTATED
    }

    /** What to do with the row. */
    public enum Op {
        UPSERT,
        DELETE
    }
}
