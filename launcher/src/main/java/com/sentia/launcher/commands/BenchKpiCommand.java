package com.sentia.launcher.commands;

import com.sentia.launcher.home.Distribution;
import com.sentia.launcher.home.Scratch;
import com.sentia.launcher.parts.Benchmark;
import com.sentia.launcher.parts.BenchmarkProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sentia bench kpi}: the KPI engine against others, on one machine. */
@Command(
        name = "kpi",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Computes net sales, units and average order value over rolling windows from one Kafka topic of order lines: by"
                    + " this engine, by Flink's sliding windows, by Flink SQL and by Kafka Streams. The limit reads and"
                    + " decodes the lines and throws them away.",
            "Each runs in a JVM of its own, in turns. Speeds count only when the values are equal. Needs no stack, and"
                    + " a machine that does nothing else."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the values were equal",
            "1:they were not, or this engine was cut off",
            "2:could not run; logs are kept"
        })
final class BenchKpiCommand implements Callable<Integer> {
    private static final int FAILED = 2;

    @Option(names = "--quick", description = "Only show that everything works: few lines. Its figures don't count.")
    boolean isQuick;

    @Option(
            names = "--events",
            paramLabel = "N",
            description =
                    "Order lines to read (default: " + BenchSize.EVENTS + ", quick: " + BenchSize.QUICK_EVENTS + ").")
    @Nullable
    Integer events;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "Spread them over so many days (default: " + BenchSize.DAYS + ", quick: "
                    + BenchSize.QUICK_DAYS + ").")
    @Nullable
    Integer days;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "Runs of each contender (default: " + BenchSize.ROUNDS + ", quick: " + BenchSize.QUICK_ROUNDS
                    + ").")
    @Nullable
    Integer rounds;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            defaultValue = "region",
            description = "region: in total and by region; sku: by SKU as well; all: one after the other"
                    + " (default: ${DEFAULT-VALUE}).")
    String by = "region";

    @Option(
            names = "--windows",
            paramLabel = "LIST",
            defaultValue = "24h/5m,24h/1m,90d/1d",
            description = "The first is for all contenders, the others are for this engine alone"
                    + " (default: ${DEFAULT-VALUE}).")
    String windows = "";

    @Option(
            names = "--state",
            paramLabel = "KIND",
            defaultValue = "rocksdb",
            description = "Where contenders in Flink keep state: rocksdb, as the product does, or heap"
                    + " (default: ${DEFAULT-VALUE}).")
    String state = "rocksdb";

    @Option(
            names = "--heap",
            paramLabel = "MB",
            defaultValue = "1024",
            description = "Heap of each contender in megabytes (default: ${DEFAULT-VALUE}).")
    int heapMegabytes;

    @Option(
            names = "--cut-off",
            paramLabel = "TIME",
            defaultValue = "5m",
            description = "End a run that takes longer; what it had done is told (default: ${DEFAULT-VALUE}).")
    String cutOff = "5m";

    @Option(names = "--report", paramLabel = "FILE", description = "Write what was found as JSON.")
    @Nullable
    Path report;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Distribution distribution = Distribution.own();
        Path folder = Files.createTempDirectory("sentia-bench");
        CountDownLatch tidy = new CountDownLatch(1);
        int exit = FAILED;
        try {
            exit = new BenchmarkProgram(Benchmark.KPI, distribution, folder, Clock.systemUTC()).run(settings(), tidy);
            return exit;
        } finally {
            // The logs of a run that failed say why.
            if (exit != FAILED) {
                Scratch.delete(folder);
            }
            tidy.countDown();
        }
    }

    private Map<String, String> settings() {
        BenchSize size = BenchSize.of(isQuick);
        Map<String, String> settings = new TreeMap<>();
        settings.put("events", text(events, size.events()));
        settings.put("days", text(days, size.days()));
        settings.put("rounds", text(rounds, size.rounds()));
        settings.put("quick", Boolean.toString(isQuick));
        settings.put("by", by);
        settings.put("windows", windows);
        settings.put("state", state);
        settings.put("heap.mb", Integer.toString(heapMegabytes));
        settings.put("cut-off", cutOff);
        if (report != null) {
            settings.put("report.file", report.toAbsolutePath().toString());
        }
        return settings;
    }

    private static String text(@Nullable Integer given, int otherwise) {
        return Integer.toString(given == null ? otherwise : given);
    }
}
