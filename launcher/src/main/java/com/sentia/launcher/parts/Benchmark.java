package com.sentia.launcher.parts;

import com.sentia.launcher.home.Distribution;
import com.sentia.launcher.supervision.Command;
import java.io.IOException;
import java.nio.file.Path;

/** What can be measured, and by which program. */
public enum Benchmark {
    /** Starts a broker and the contenders itself. Its heap is a limit: the values of 100,000 articles are compared in memory. */
    KPI("benchmark", "com.sentia.verification.bench.KpiBenchmark", 3_072),
    /** In a running stack. */
    LATE("benchmark", "com.sentia.verification.bench.late.Main", 2_048),
    /** In a running stack. */
    LATENCY("benchmark", "com.sentia.verification.bench.latency.Main", 512),
    /** Before a running webhook gateway. */
    GATEWAY("benchmark", "com.sentia.verification.bench.gateway.Main", 512),
    /** With a simulated shop, a Connect worker and a normalizer. */
    CONNECTORS("benchmark", "com.sentia.verification.bench.connectors.Main", 768),
    /** On a running database; runs Flink in its own process. */
    SINK("benchmark-flink", "com.sentia.verification.bench.flink.sink.Main", 1_024);

    private final String library;
    private final String main;
    private final int heapMegabytes;

    Benchmark(String library, String main, int heapMegabytes) {
        this.library = library;
        this.main = main;
        this.heapMegabytes = heapMegabytes;
    }

    Command command(Path folder, Distribution distribution, Path settings) throws IOException {
        return new JavaCommand(folder, heapMegabytes)
                .optimised()
                .flag("-Dorg.slf4j.simpleLogger.defaultLogLevel=error")
                .main(distribution, library, main, "--settings", settings.toString())
                .command();
    }
}
