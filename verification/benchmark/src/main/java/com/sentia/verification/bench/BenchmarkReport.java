package com.sentia.verification.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells the rounds to people and as JSON. Speeds are told only when the values were equal. */
final class BenchmarkReport {
    /** What the engine has to reach. */
    private static final List<Goal> GOALS = List.of(
            new Goal(Contender.ENGINE, Contender.DATASTREAM, 50), new Goal(Contender.ENGINE, Contender.LIMIT, 0.5));

    private final BenchmarkSettings settings;
    private final Rounds rounds;

    /** {@code one} is at least {@code least} times as fast as {@code other}. */
    private record Goal(Contender one, Contender other, double least) {}

    BenchmarkReport(BenchmarkSettings settings, Rounds rounds) {
        this.settings = settings;
        this.rounds = rounds;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "%,d order lines, rounds: %d, in turns, parallelism %d, heap %d MB each, window 24h/5m, state on heap",
                settings.events(),
                settings.rounds(),
                ContenderSettings.PARALLELISM,
                settings.heapMegabytes());
        if (!rounds.complaints().isEmpty()) {
            rounds.complaints().forEach(complaint -> line(text, "%s", complaint));
            line(text, "no speed counts");
            return text.toString();
        }
        line(text, "values equal: %,d compared", rounds.windowsCompared());
        for (Contender contender : Contender.values()) {
            rounds.median(contender)
                    .ifPresent(median ->
                            line(text, "%-11s %,12.0f events/s  (seconds: %s)", contender, median, seconds(contender)));
        }
        for (Goal goal : GOALS) {
            rounds.ratio(goal.one, goal.other)
                    .ifPresent(ratio -> line(
                            text,
                            "%s / %s = %.2f, goal %s: %s",
                            goal.one,
                            goal.other,
                            ratio,
                            goal.least,
                            ratio >= goal.least ? "met" : "NOT MET"));
        }
        return text.toString();
    }

    void write(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode report = mapper.createObjectNode();
        report.put("events", settings.events());
        report.put("seed", settings.seed());
        report.put("rounds", settings.rounds());
        report.put("parallelism", ContenderSettings.PARALLELISM);
        report.put("heap_mb", settings.heapMegabytes());
        report.put("window", "24h/5m");
        report.put("cores", Runtime.getRuntime().availableProcessors());
        report.put("java", System.getProperty("java.runtime.version"));
        report.put("values_equal", rounds.complaints().isEmpty());
        report.put("values_compared", rounds.windowsCompared());
        rounds.complaints().forEach(report.withArray("complaints")::add);
        if (rounds.complaints().isEmpty()) {
            speeds(report);
        }
        mapper.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
    }

    private void speeds(ObjectNode report) {
        for (Contender contender : Contender.values()) {
            rounds.median(contender).ifPresent(median -> {
                ObjectNode node = report.withObject("/contenders").putObject(contender.name());
                node.put("median_events_per_second", Math.round(median));
                ArrayNode seconds = node.putArray("seconds");
                rounds.of(contender).forEach(result -> seconds.add(result.seconds()));
            });
        }
        for (Goal goal : GOALS) {
            rounds.ratio(goal.one, goal.other).ifPresent(ratio -> {
                ObjectNode node = report.withArray("goals").addObject();
                node.put("ratio", goal.one + " / " + goal.other);
                node.put("least", goal.least);
                node.put("found", ratio);
                node.put("met", ratio >= goal.least);
            });
        }
    }

    private String seconds(Contender contender) {
        return rounds.of(contender).stream()
                .map(result -> String.format(Locale.ROOT, "%.2f", result.seconds()))
                .collect(Collectors.joining(", "));
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
