package com.sentia.verification.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs a contender once, in a JVM of its own. */
final class ContenderProcess {
    private static final int OWN_PATIENCE = 5;
    private static final int LAST_WORD_SECONDS = 10;

    private final BenchmarkSettings settings;
    private final Children children;
    private final String kafka;
    private final String input;

    ContenderProcess(BenchmarkSettings settings, Children children, String kafka, String input) {
        this.settings = settings;
        this.children = children;
        this.kafka = kafka;
        this.input = input;
    }

    /** How it went, to its end or until it was cut off. */
    ContenderResult run(Race race, Contender contender, String output) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(settings.workFolder().resolve(output));
        Path result = folder.resolve("result");
        Path log = folder.resolve("log");
        Path file = SettingsText.write(folder.resolve("properties"), told(race, contender, output, folder, result));
        Process process = new JavaProcess(children, settings.distribution(), log)
                .start(settings.heapMegabytes(), contender.library(), contender.main(), "--settings", file.toString());
        boolean hasEnded;
        try {
            hasEnded = process.waitFor(limit(contender).toMillis(), TimeUnit.MILLISECONDS);
            if (!hasEnded) {
                process.destroy();
                process.waitFor(LAST_WORD_SECONDS, TimeUnit.SECONDS);
            }
        } finally {
            children.end(process);
        }
        if (hasEnded && (process.exitValue() != 0 || !Files.exists(result))) {
            throw new IOException(contender + " failed; see " + log);
        }
        return Files.exists(result)
                ? ContenderResult.read(result, !hasEnded)
                : new ContenderResult(0, limit(contender).toNanos(), true);
    }

    /** What rivals are compared with has to come to its end. */
    private Duration limit(Contender contender) {
        return contender.isRival() ? settings.cutOff() : settings.cutOff().multipliedBy(OWN_PATIENCE);
    }

    private Map<String, String> told(Race race, Contender contender, String output, Path folder, Path result) {
        Map<String, String> told = new TreeMap<>();
        told.put("contender", contender.name());
        told.put("kafka.bootstrap.servers", kafka);
        told.put("input.topic", input);
        told.put("output.topic", output);
        told.put("window", race.window().name());
        told.put("by", race.breakdown().name());
        told.put("days", Integer.toString(settings.days()));
        told.put("state", settings.state().name());
        told.put("durable.every", settings.durableEvery().toMillis() + "ms");
        told.put("flink.configuration", settings.flinkConfiguration().toString());
        told.put("managed.mb", Integer.toString(settings.managedMegabytes()));
        told.put("state.folder", folder.resolve("state").toString());
        told.put("result.file", result.toString());
        return told;
    }
}
