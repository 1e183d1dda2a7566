package com.sentia.analytics.window;

import com.sentia.analytics.kpi.Window;
import com.sentia.analytics.window.KpiRow.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that a restatement corrects, written KPI by KPI in the catalogue's order: the KPIs that stand first there are right
 * long before the last row is written.
 */
final class Corrections {
    /** Kept in memory at a time; of 60 days, more than all ends of 24h/5m and of coarser windows. */
    private static final int MOST_ENDS = 20_000;

    private final List<KpiEvaluator> kpis;
    private final SeriesOutput output;
    private final RowWriter rows;
    private final List<End> ends = new ArrayList<>();

    Corrections(List<KpiEvaluator> kpis, SeriesOutput output) {
        this.kpis = kpis;
        this.output = output;
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
        for (int k = 0; k < kpis.size(); k++) {
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

    SeriesOutput output() {
        return output;
    }
}
