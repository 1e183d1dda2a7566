package com.sentia.analytics.window;

import com.sentia.analytics.kpi.Window;
import com.sentia.analytics.window.KpiRow.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a window that a restatement corrects, written KPI by KPI, what is derived before what it is derived from: what people look at
 * is right long before the last row is written.
 */
final class Corrections {
    /** Kept in memory at a time; more than 24h/5m has in 60 days. */
    private static final int MOST_ENDS = 20_000;

    private final List<KpiEvaluator> kpis;
    private final RowWriter rows;
    private final List<End> ends = new ArrayList<>();

    Corrections(List<KpiEvaluator> kpis, SeriesOutput output) {
        this.kpis = kpis;
        this.rows = new RowWriter(output);
    }

    /**
     * What is corrected at one end of a window.
     *
     * @param row as it is now
     * @param revisions by KPI
     * @param upserts KPIs, as bits, that have a row here
     * @param deletes KPIs, as bits, whose row here is one no more
     */
    @SuppressWarnings("ArrayRecordComponent") // longs on the hot path; never compared
    record End(Window window, long end, long[] row, int[] revisions, long upserts, long deletes) {}

    void add(End end) {
        ends.add(end);
        if (ends.size() == MOST_ENDS) {
            write();
        }
    }

    void write() {
        for (int k = kpis.size() - 1; k >= 0; k--) {
            for (End one : ends) {
                if ((one.upserts & 1L << k) != 0) {
                    rows.upsert(kpis.get(k), one.window, one.end, one.row, one.revisions[k], Stage.RESTATED);
                } else if ((one.deletes & 1L << k) != 0) {
                    rows.delete(kpis.get(k), one.window, one.end, one.revisions[k], Stage.RESTATED);
                }
            }
        }
        ends.clear();
    }
}
