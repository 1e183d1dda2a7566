package com.sentia.launcher.preflight;

import com.sentia.launcher.preflight.Finding.Outcome;
import com.sentia.launcher.status.Table;
import com.sentia.launcher.status.Words;
import java.util.List;
import java.util.Locale;

/** What a preflight found, as people read it. */
public record PreflightReport(List<Finding> findings) {
    /** Copies them. */
    public PreflightReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing is missing. */
    public boolean passes() {
        return count(Outcome.MISSING) == 0;
    }

    /** A table with a line for each finding, and a last line that says what they come to. */
    public String text() {
        Table table = new Table("connector", "shop", "check", "is", "found", "what to do");
        for (Finding finding : findings) {
            table.row(
                    finding.connector(),
                    finding.unit(),
                    finding.check(),
                    finding.outcome().name().toLowerCase(Locale.ROOT),
                    oneLine(finding.seen()),
                    oneLine(finding.advice()));
        }
        return table.text() + "preflight: " + Words.count(findings.size(), "check") + ", "
                + Words.number(count(Outcome.MISSING)) + " missing, " + Words.count(count(Outcome.WARNING), "warning");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", "; ");
    }

    private long count(Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).count();
    }
}
