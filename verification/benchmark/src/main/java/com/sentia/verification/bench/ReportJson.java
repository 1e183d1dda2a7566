package com.sentia.verification.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/** The report for programs; docs/reference/benchmark.md says what each field is. */
final class ReportJson {
    private final BenchmarkReport report;

    ReportJson(BenchmarkReport report) {
        this.report = report;
    }

    void write(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        mapper.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), node(mapper));
    }

    private ObjectNode node(ObjectMapper mapper) {
        ObjectNode node = mapper.createObjectNode();
        node.put("values_equal", report.isEqual());
        node.put("figures_count", report.isEqual() && !report.settings().isQuick());
        node.put("values_compared", report.windowsCompared());
        report.complaints().forEach(node.putArray("complaints")::add);
        run(node.putObject("run"), report.settings());
        machine(node.putObject("machine"), report.settings().machine());
        ArrayNode races = node.putArray("races");
        ArrayNode goals = node.putArray("goals");
        if (report.isEqual()) {
            report.races().forEach((race, rounds) -> race(races.addObject(), race, rounds));
            report.goals().forEach(goal -> goal(goals.addObject(), goal));
        }
        return node;
    }

    private static void run(ObjectNode run, BenchmarkSettings settings) {
        run.put("events", settings.events());
        run.put("days", settings.days());
        run.put("rounds", settings.rounds());
        run.put("quick", settings.isQuick());
        run.put("seed", settings.seed());
        run.put("parallelism", ContenderSettings.PARALLELISM);
        run.put("heap_mb", settings.heapMegabytes());
        run.put("cut_off_seconds", settings.cutOff().toSeconds());
        run.put("flink_state", settings.state().name());
        run.put("durable_every_ms", settings.durableEvery().toMillis());
    }

    static void goal(ObjectNode node, Goal goal) {
        node.put("goal", goal.goal())
                .put("wanted", goal.wanted())
                .put("seen", goal.seen())
                .put("met", goal.met());
    }

    static void machine(ObjectNode node, BenchmarkSettings.Machine machine) {
        node.put("cores", Runtime.getRuntime().availableProcessors());
        node.put("memory_mb", machine.memoryMegabytes());
        node.put("java", System.getProperty("java.runtime.version"));
        node.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        node.put("date", machine.date());
    }

    private static void race(ObjectNode node, Race race, Rounds rounds) {
        node.put("window", race.window().name());
        node.put("by", race.breakdown().name());
        ObjectNode contenders = node.putObject("contenders");
        for (Contender contender : Contender.values()) {
            rounds.median(contender).ifPresent(speed -> {
                ObjectNode figures = contenders.putObject(contender.name());
                figures.put("median_events_per_second", Math.round(speed.eventsPerSecond()));
                figures.put("cut_off", speed.isCutOff());
                ArrayNode seconds = figures.putArray("seconds");
                ArrayNode read = figures.putArray("events_read");
                rounds.of(contender).forEach(result -> {
                    seconds.add(result.seconds());
                    read.add(result.events());
                });
            });
        }
    }
}
