package com.sentia.analytics.window;

import com.sentia.analytics.kpi.Window;
import com.sentia.analytics.window.KpiRow.Op;
import com.sentia.analytics.window.KpiRow.Stage;
import java.util.List;
import java.util.Set;

/** Makes rows from totals. */
record RowWriter(SeriesOutput output) {

    void upsert(KpiEvaluator kpi, Window window, long end, long[] totals, int revision, Stage stage) {
        output.row(new KpiRow(
                Op.UPSERT,
                kpi.kpi(),
                window,
                end,
                kpi.value(totals),
                kpi.components(totals),
                kpi.count(totals),
                kpi.flags(totals),
                revision,
                stage));
    }

    void delete(KpiEvaluator kpi, Window window, long end, int revision, Stage stage) {
        output.row(new KpiRow(Op.DELETE, kpi.kpi(), window, end, null, List.of(), 0, Set.of(), revision, stage));
    }
}
