package com.sentia.verification.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The outcome of the check, as it goes into the report file (names in snake case) and onto the terminal.
 *
 * @param linesRejected lines that can't be accepted by the file's own rules, by reason
 * @param finalTo values of windows up to this instant were compared; UTC
 * @param secondsCheck how long the check itself took
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DemoReport(
        boolean passed,
        long linesIn,
        long linesInFacts,
        Map<String, Long> linesRejected,
        long orders,
        long versionsSeen,
        long retractions,
        long restatements,
        long lateRecords,
        long valuesExpected,
        long valuesCompared,
        long valuesNotFinal,
        Differences differences,
        List<Comparison.Difference> firstDifferences,
        List<String> uncovered,
        List<Goal> goals,
        String finalTo,
        @JsonProperty("seconds_check") double secondsCheck) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** How many values differ, by kind. */
    record Differences(long wrong, long missing, long extra) {}

    static DemoReport of(
            Comparison.Values values,
            Comparison.Lines lines,
            Map<String, Long> rejected,
            PipelineTables.Progress progress,
            List<Goal> furtherGoals,
            Duration took) {
        List<Goal> goals = new ArrayList<>(goals(values, lines, rejected, progress));
        goals.addAll(furtherGoals);
        return new DemoReport(
                goals.stream().allMatch(Goal::met),
                lines.in(),
                lines.inFacts(),
                rejected,
                lines.orders(),
                progress.versionsSeen(),
                progress.retractions(),
                progress.restatements(),
                progress.lateRecords(),
                values.expected(),
                values.compared(),
                values.notFinal(),
                new Differences(values.wrong(), values.missing(), values.extra()),
                values.firstDifferences(),
                values.uncovered(),
                goals,
                Instant.EPOCH
                        .plus(progress.finalToMicros(), java.time.temporal.ChronoUnit.MICROS)
                        .toString(),
                took.toMillis() / 1000.0);
    }

    private static List<Goal> goals(
            Comparison.Values values,
            Comparison.Lines lines,
            Map<String, Long> rejected,
            PipelineTables.Progress progress) {
        long rejections = rejected.values().stream().mapToLong(Long::longValue).sum();
        return List.of(
                Goal.equal("lines in facts or rejected", lines.in(), lines.inFacts() + rejections),
                Goal.zero("lines lost", lines.lost()),
                Goal.zero("lines unknown", lines.unknown()),
                Goal.zero("orders with other discounts", lines.ordersWithOtherDiscounts()),
                Goal.equal("orders", lines.ordersInFile(), lines.orders()),
                Goal.positive("versions seen", progress.versionsSeen()),
                Goal.positive("retractions", progress.retractions()),
                Goal.positive("restatements", progress.restatements()),
                Goal.positive("values expected", values.expected()),
                Goal.zero("values not final", values.notFinal()),
                Goal.equal("values compared", values.expected(), values.compared()),
                Goal.zero("wrong values", values.wrong()),
                Goal.zero("missing values", values.missing()),
                Goal.zero("extra values", values.extra()),
                new Goal(
                        "every KPI, dimension set and window has values",
                        "all",
                        values.uncovered().isEmpty() ? "all" : "all but " + String.join(", ", values.uncovered()),
                        values.uncovered().isEmpty()));
    }

    void writeTo(Path file) {
        try {
            Files.writeString(file, JSON.writeValueAsString(this) + System.lineSeparator());
        } catch (IOException e) {
            throw new CheckException("report " + file + " can't be written: " + e.getMessage(), e);
        }
    }

    /** The same for people, as lines of a table. */
    String table() {
        StringBuilder table = new StringBuilder();
        line(table, "lines in", linesIn);
        line(table, "lines in facts", linesInFacts);
        linesRejected.forEach((reason, lines) -> line(table, "lines rejected, " + reason, lines));
        line(table, "orders", orders);
        line(table, "versions seen", versionsSeen);
        line(table, "retractions", retractions);
        line(table, "restatements", restatements);
        line(table, "late records", lateRecords);
        line(table, "values expected", valuesExpected);
        line(table, "values compared", valuesCompared);
        line(table, "wrong", differences.wrong());
        line(table, "missing", differences.missing());
        line(table, "extra", differences.extra());
        for (Comparison.Difference difference : firstDifferences) {
            table.append(difference.line()).append(System.lineSeparator());
        }
        for (Goal goal : goals) {
            if (!goal.met()) {
                table.append("NOT MET: %s: wanted %s, seen %s%n".formatted(goal.goal(), goal.wanted(), goal.seen()));
            }
        }
        return table.append("check %s in %.1f s%n".formatted(passed ? "passed" : "FAILED", secondsCheck))
                .toString();
    }

    private static void line(StringBuilder table, String name, long number) {
        table.append("%-48s %,14d%n".formatted(name, number));
    }
}
