package com.sentia.launcher.commands;

import com.sentia.launcher.home.Distribution;
import com.sentia.launcher.home.Scratch;
import com.sentia.launcher.parts.BenchmarkProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sentia bench kpi}: the KPI engine against others, on one machine. */
@Command(
        name = "kpi",
        mixinStandardHelpOptions = true,
        description = {
            "Computes net sales, units and average order value over 24 hours every 5 minutes, in total and by region, from"
                    + " one Kafka topic of order lines: by this engine and by Flink's sliding windows. The limit reads and"
                    + " decodes the lines and throws them away.",
            "Each runs in a JVM of its own, in turns. Speeds count only when the values are equal. Needs no stack, and"
                    + " a machine that does nothing else."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the values were equal", "1:they were not, or a run was cut off", "2:could not run"})
final class BenchKpiCommand implements Callable<Integer> {
    private static final int FAILED = 2;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "200000",
            description = "Order lines to read (default: ${DEFAULT-VALUE}).")
    int events;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Runs of each contender (default: ${DEFAULT-VALUE}).")
    int rounds;

    @Option(
            names = "--heap",
            paramLabel = "MB",
            defaultValue = "1024",
            description = "Heap of each contender in megabytes (default: ${DEFAULT-VALUE}).")
    int heapMegabytes;

    @Option(
            names = "--cut-off",
            paramLabel = "TIME",
            defaultValue = "10m",
            description = "End a run that takes longer (default: ${DEFAULT-VALUE}).")
    String cutOff = "10m";

    @Option(names = "--report", paramLabel = "FILE", description = "Write what was found as JSON.")
    @Nullable
    Path report;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Distribution distribution = Distribution.own();
        Path folder = Files.createTempDirectory("sentia-bench");
        int exit = FAILED;
        try {
            exit = new BenchmarkProgram(distribution, folder).run(settings(distribution, folder));
            return exit;
        } finally {
            // The logs of a run that failed say why.
            if (exit != FAILED) {
                Scratch.delete(folder);
            }
        }
    }

    private Map<String, String> settings(Distribution distribution, Path folder) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("events", Integer.toString(events));
        settings.put("rounds", Integer.toString(rounds));
        settings.put("heap.mb", Integer.toString(heapMegabytes));
        settings.put("cut-off", cutOff);
        settings.put(
                "distribution.folder", distribution.folder().toAbsolutePath().toString());
        settings.put("work.dir", folder.toString());
        if (report != null) {
            settings.put("report.file", report.toAbsolutePath().toString());
        }
        return settings;
    }
}
