package com.sentia.launcher.commands;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be said to every benchmark. */
final class BenchOptions {
    @Option(names = "--quick", description = "Only show that everything works. Its figures don't count.")
    boolean isQuick;

    @Option(names = "--report", paramLabel = "FILE", description = "Write what was found as JSON.")
    @Nullable
    Path report;

    void put(Map<String, String> settings) {
        settings.put("quick", Boolean.toString(isQuick));
        if (report != null) {
            settings.put("report.file", report.toAbsolutePath().toString());
        }
    }

    /** A number that was given, or else what is usual. */
    String text(@Nullable Integer given, int usual, int quick) {
        if (given != null) {
            return Integer.toString(given);
        }
        return Integer.toString(isQuick ? quick : usual);
    }
}
