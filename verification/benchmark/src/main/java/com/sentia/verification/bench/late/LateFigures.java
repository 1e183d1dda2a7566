package com.sentia.verification.bench.late;

import com.sentia.verification.bench.Findings;
import com.sentia.verification.bench.Goal;

/** Seconds and numbers of rows, and what is wanted of them. */
final class LateFigures {
    private static final double FIRST_GOAL_SECONDS = 1;
    private static final double BULK_GOAL = 1.5;

    private final LateSettings settings;
    private final double loadSeconds;
    private double sentSeconds;
    private double firstSeconds;
    private double allSeconds;
    private double recomputeSeconds;
    private double firstBulkSeconds;
    private double allBulkSeconds;
    private long firstRows;
    private long allRows;
    private long historyRows;
    private long ledgerRows;

    LateFigures(LateSettings settings, double loadSeconds) {
        this.settings = settings;
        this.loadSeconds = loadSeconds;
    }

    void sent(double seconds) {
        sentSeconds = seconds;
    }

    void firstCorrected(double seconds) {
        firstSeconds = seconds;
    }

    void allCorrected(double seconds) {
        allSeconds = seconds;
    }

    void recomputed(double seconds) {
        recomputeSeconds = seconds;
    }

    void firstRows(long rows) {
        firstRows = rows;
    }

    void firstBulk(double seconds) {
        firstBulkSeconds = seconds;
    }

    void allRows(long rows, long history, long ledger) {
        allRows = rows;
        historyRows = history;
        ledgerRows = ledger;
    }

    void allBulk(double seconds) {
        allBulkSeconds = seconds;
    }

    /** How many times as long as the bare bulk upsert the correction of everything took. */
    double ratioToBulk() {
        return allSeconds / allBulkSeconds;
    }

    void tell(Findings findings) {
        findings.figures()
                .put("load_seconds", loadSeconds)
                .put("load_lines_per_second", Math.round(settings.lines() / loadSeconds))
                .put("late_sent_seconds", sentSeconds)
                .put("net_sales_corrected_seconds", firstSeconds)
                .put("net_sales_rows", firstRows)
                .put("net_sales_bulk_upsert_seconds", firstBulkSeconds)
                .put("net_sales_recomputed_in_sql_seconds", recomputeSeconds)
                .put("all_corrected_seconds", allSeconds)
                .put("all_rows", allRows)
                .put("all_bulk_upsert_seconds", allBulkSeconds)
                .put("all_ratio_to_bulk", ratioToBulk())
                .put("history_rows", historyRows)
                .put("ledger_rows", ledgerRows);
        findings.line(
                "loaded %,d lines over %d days in %.0f s (%,.0f lines/s)",
                settings.lines(), settings.days(), loadSeconds, settings.lines() / loadSeconds);
        findings.line("%,d late lines, all on the topic after %.2f s", settings.lateLines(), sentSeconds);
        findings.line("net sales in total, 24h/5m: %,d rows right after %.2f s", firstRows, firstSeconds);
        findings.line("  the same rows as a bare bulk upsert: %.2f s", firstBulkSeconds);
        findings.line("  recomputed in SQL from all lines, nothing written: %.2f s", recomputeSeconds);
        findings.line("every KPI: %,d rows right after %.2f s", allRows, allSeconds);
        findings.line(
                "  with them %,d rows of history and %,d of the ledger; the same rows as a bare bulk upsert: %.2f s",
                historyRows, ledgerRows, allBulkSeconds);
        findings.goal(Goal.below("net sales in total at 24h/5m corrected", FIRST_GOAL_SECONDS, "s", firstSeconds));
        findings.goal(Goal.atMostTimes("every KPI corrected / bare bulk upsert", BULK_GOAL, ratioToBulk()));
    }
}
