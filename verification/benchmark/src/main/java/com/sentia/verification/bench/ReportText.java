package com.sentia.verification.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report for people. */
final class ReportText {
    private final BenchmarkReport report;
    private final StringBuilder text = new StringBuilder();

    ReportText(BenchmarkReport report) {
        this.report = report;
    }

    String text() {
        line("%s", report.conditions());
        if (!report.isEqual()) {
            report.complaints().forEach(complaint -> line("%s", complaint));
            line("no speed counts");
            return text.toString();
        }
        line("values equal: %,d compared", report.windowsCompared());
        report.races().forEach(this::race);
        report.goals().forEach(goal -> line("%s", goal.line()));
        if (report.settings().isQuick()) {
            line("a quick run shows that everything works: ITS FIGURES DON'T COUNT");
        }
        return text.toString();
    }

    private void race(Race race, Rounds rounds) {
        line("%s:", race.words());
        for (Contender contender : Contender.values()) {
            rounds.median(contender)
                    .ifPresent(speed -> line(
                            "  %-13s %,12.0f lines/s  (seconds: %s)%s",
                            contender,
                            speed.eventsPerSecond(),
                            seconds(rounds.of(contender)),
                            speed.isCutOff() ? "  CUT OFF, lines read: " + read(rounds.of(contender)) : ""));
        }
    }

    private static String seconds(List<ContenderResult> results) {
        return results.stream()
                .map(result -> String.format(Locale.ROOT, "%.2f", result.seconds()))
                .collect(Collectors.joining(", "));
    }

    private static String read(List<ContenderResult> results) {
        return results.stream()
                .map(result -> String.format(Locale.ROOT, "%,d", result.events()))
                .collect(Collectors.joining("; "));
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
