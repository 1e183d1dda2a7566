package com.sentia.verification.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs a contender once, in a JVM of its own. */
final class ContenderProcess {
    private final BenchmarkSettings settings;
    private final String kafka;
    private final String input;

    ContenderProcess(BenchmarkSettings settings, String kafka, String input) {
        this.settings = settings;
        this.kafka = kafka;
        this.input = input;
    }

    /** How it went; empty when it was cut off. */
    Optional<ContenderResult> run(Contender contender, String output) throws IOException, InterruptedException {
        Path result = settings.workFolder().resolve(output + ".result");
        Path log = settings.workFolder().resolve(output + ".log");
        Path file = SettingsText.write(
                settings.workFolder().resolve(output + ".properties"),
                Map.of(
                        "contender", contender.name(),
                        "kafka.bootstrap.servers", kafka,
                        "input.topic", input,
                        "output.topic", output,
                        "result.file", result.toString()));
        Process process = new JavaProcess(settings.distribution(), log)
                .start(settings.heapMegabytes(), contender.library(), contender.main(), "--settings", file.toString());
        try {
            if (!process.waitFor(settings.cutOff().toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0 || !Files.exists(result)) {
            throw new IOException(contender + " failed; see " + log);
        }
        return Optional.of(ContenderResult.read(result));
    }
}
