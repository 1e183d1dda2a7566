package com.sentia.analytics.window;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.kpi.Window;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers, over the ends that one cause changed, the one ledger entry per KPI. */
final class LedgerEntries {
    private final List<KpiEvaluator> kpis;
    private final long[] first;
    private final long[] last;
    private final @Nullable BigDecimal[] firstDelta;

    LedgerEntries(List<KpiEvaluator> kpis) {
        this.kpis = kpis;
        this.first = new long[kpis.size()];
        this.last = new long[kpis.size()];
        this.firstDelta = new BigDecimal[kpis.size()];
        java.util.Arrays.fill(first, Running.NEVER);
    }

    void changed(int kpi, long end, long[] before, long[] after) {
        if (first[kpi] != Running.NEVER) {
            return;
        }
        first[kpi] = end;
        last[kpi] = end;
        @Nullable BigDecimal valueBefore = kpis.get(kpi).value(before);
        @Nullable BigDecimal valueAfter = kpis.get(kpi).value(after);
        firstDelta[kpi] = valueBefore == null || valueAfter == null ? null : valueAfter.subtract(valueBefore);
    }

    void lastChanged(int kpi, long end) {
        last[kpi] = end;
    }

    void write(Cause cause, Window window, SeriesOutput output) {
        for (int k = 0; k < first.length; k++) {
            if (first[k] != Running.NEVER) {
                output.restated(new Restated(cause, kpis.get(k).kpi(), window, first[k], last[k], firstDelta[k]));
            }
        }
    }
}
