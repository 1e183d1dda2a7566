package com.sentia.launcher.parts;

import com.sentia.launcher.home.Distribution;
import com.sentia.launcher.supervision.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The KPI benchmark: a process that starts a broker and the contenders itself, and needs no stack. */
public final class BenchmarkProgram {
    private static final int HEAP_MB = 512;

    private final Distribution distribution;
    private final Path folder;

    /** @param folder for everything the benchmark writes but its report */
    public BenchmarkProgram(Distribution distribution, Path folder) {
        this.distribution = distribution;
        this.folder = folder;
    }

    /** Runs it to its end, heard on this process's own output; returns its exit code. */
    public int run(Map<String, String> settings) throws IOException, InterruptedException {
        Path file = SettingsFile.write(folder.resolve("benchmark.properties"), settings);
        Command command = new JavaCommand(folder, HEAP_MB)
                .flag("-Dorg.slf4j.simpleLogger.defaultLogLevel=error")
                .main(
                        distribution,
                        "benchmark",
                        "com.sentia.verification.bench.KpiBenchmark",
                        "--settings",
                        file.toString())
                .command();
        ProcessBuilder builder = new ProcessBuilder(command.arguments())
                .directory(command.folder().toFile())
                .inheritIO();
        builder.environment().putAll(command.environment());
        Process process = builder.start();
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }
}
