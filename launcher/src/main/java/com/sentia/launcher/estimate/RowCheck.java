package com.sentia.launcher.estimate;

import com.sentia.analytics.estimate.WindowRows;
import com.sentia.launcher.parts.RowEstimates;
import com.sentia.launcher.parts.RowEstimates.Estimate;
import com.sentia.launcher.parts.Stack;
import com.sentia.launcher.session.Console;
import com.sentia.launcher.status.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Holds the rows that KPIs of a catalogue would make, by the facts a running stack has seen, against a budget. */
public final class RowCheck {
    private final RowEstimates estimates;
    private final RowBudget budget;
    private final Console console;

    public RowCheck(Stack stack, RowBudget budget, Console console) {
        this.estimates = new RowEstimates(stack);
        this.budget = budget;
        this.console = console;
    }

    /** Whether every KPI is within the budget; shows all estimates. */
    public boolean passes(Path catalogue) throws IOException, InterruptedException {
        Estimate estimate = estimates.of(catalogue);
        if (!estimate.rows().isEmpty()) {
            console.line(RowBudget.table(estimate.rows()).stripTrailing());
        }
        return passes(estimate, estimate.rows());
    }

    /** Whether these KPIs are within the budget; says so in a line, and which are not. */
    public boolean passes(Path catalogue, Set<String> kpis) throws IOException, InterruptedException {
        console.line("estimating the rows a year of what changes");
        Estimate estimate = estimates.of(catalogue);
        return passes(
                estimate,
                estimate.rows().stream()
                        .filter(rows -> kpis.contains(rows.kpi()))
                        .toList());
    }

    private boolean passes(Estimate estimate, List<WindowRows> rows) {
        if (estimate.rows().isEmpty()) {
            console.line("rows were not estimated: the running stack has seen no facts yet");
            return true;
        }
        long all = rows.stream().mapToLong(WindowRows::rowsPerYear).sum();
        console.line(Words.number(all) + " rows a year, from " + Words.number(estimate.records()) + " records over "
                + Words.duration(estimate.span())
                + ", as if the year went on like that; at most, as values that stay equal make no row");
        List<String> complaints = budget.complaints(rows);
        complaints.forEach(complaint -> console.line("refused: " + complaint));
        return complaints.isEmpty();
    }
}
