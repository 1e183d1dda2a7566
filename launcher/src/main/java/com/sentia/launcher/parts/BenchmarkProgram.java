package com.sentia.launcher.parts;

import com.sentia.launcher.home.Distribution;
import com.sentia.launcher.home.Machine;
import com.sentia.launcher.supervision.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A benchmark: a process that measures and tells what it found. */
public final class BenchmarkProgram {
    private static final int STOP_SECONDS = 20;

    private final Benchmark benchmark;
    private final Distribution distribution;
    private final Path folder;
    private final Clock clock;

    /** @param folder for everything the benchmark writes but its report */
    public BenchmarkProgram(Benchmark benchmark, Distribution distribution, Path folder, Clock clock) {
        this.benchmark = benchmark;
        this.distribution = distribution;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Runs it to its end, heard on this process's own output; returns its exit code. When this process is interrupted, so is
     * the benchmark, which ends what it has started.
     *
     * @param tidy reaches zero when the caller has cleaned up behind it; an interrupted process waits for that
     */
    public int run(Map<String, String> settings, CountDownLatch tidy) throws IOException, InterruptedException {
        Path file = SettingsFile.write(folder.resolve("benchmark.properties"), complete(settings));
        Command command = benchmark.command(folder, distribution, file);
        ProcessBuilder builder = new ProcessBuilder(command.arguments())
                .directory(command.folder().toFile())
                .inheritIO();
        builder.environment().putAll(command.environment());
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, tidy), "stop-benchmark"));
        return process.waitFor();
    }

    /** What the command doesn't say: how the product runs, and where this is. */
    private Map<String, String> complete(Map<String, String> settings) {
        Map<String, String> complete = new TreeMap<>(settings);
        if (benchmark == Benchmark.KPI) {
            complete.put(
                    "distribution.folder",
                    distribution.folder().toAbsolutePath().toString());
            complete.put("work.dir", folder.toString());
            complete.put(
                    "flink.configuration",
                    distribution.configuration("flink/config.yaml").toString());
            complete.put("managed.mb", Integer.toString(FlinkFiles.MANAGED_MB));
            complete.put(
                    "durable.every", FlinkTuning.standard().checkpointInterval().toMillis() + "ms");
        }
        complete.put("machine.date", clock.instant().toString());
        Machine.memory("MemTotal").ifPresent(megabytes -> complete.put("machine.memory.mb", Long.toString(megabytes)));
        return complete;
    }

    private static void stop(Process process, CountDownLatch tidy) {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            if (!tidy.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("sentia: the benchmark's folder could not be removed");
            }
        } catch (InterruptedException expected) {
            Thread.currentThread().interrupt();
        }
    }
}
