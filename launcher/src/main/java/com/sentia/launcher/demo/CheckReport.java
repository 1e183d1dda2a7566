package com.sentia.launcher.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.launcher.home.Machine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Joins what the check found with what the run itself has shown. */
record CheckReport(
        ObjectNode report,
        Optional<Duration> firstValue,
        Duration total,
        long peakMegabytes,
        Map<String, Long> memory,
        String ground,
        List<ChaosEntry> chaos) {
    private static final double FIRST_VALUE_SECONDS = 35;
    private static final double MEMORY_MB = 3_072;

    /** Puts the run's figures and goals into the report; returns all goals. */
    Goals complete(Clock clock, DemoOptions options) {
        report.put("seconds_to_first_value", seconds(firstValue.orElse(total)));
        report.put("seconds_total", seconds(total));
        report.put("peak_memory_mb", peakMegabytes);
        report.putPOJO("memory_mb", memory);
        report.put("database_ground", ground);
        report.put("data", options.simulator().data().toString());
        report.put("seed", options.seed());
        ObjectNode machine = report.putObject("machine");
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        Machine.memory("MemTotal").ifPresent(megabytes -> machine.put("memory_mb", megabytes));
        machine.put("java", System.getProperty("java.runtime.version"));
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("date", clock.instant().toString());
        for (ChaosEntry entry : chaos) {
            ObjectNode kill = report.withArray("chaos").addObject();
            kill.put("part", entry.target());
            kill.put("process", entry.part());
            kill.put("at_lines", entry.atLines());
            kill.put("at_share", Math.round(entry.share() * 1000) / 1000.0);
            kill.put("killed_at", entry.killedAt().toString());
            entry.caughtUp().ifPresent(took -> kill.put("seconds_to_catch_up", seconds(took)));
        }
        return goals();
    }

    private Goals goals() {
        Goals goals = new Goals(report);
        // With parts killed on the way there the time to the first value says nothing.
        if (chaos.isEmpty()) {
            goals.tell("seconds to first value", FIRST_VALUE_SECONDS, seconds(firstValue.orElse(total)));
        }
        goals.tell("peak memory in MB", MEMORY_MB, (double) peakMegabytes);
        for (ChaosEntry entry : chaos) {
            goals.add(
                    "catches up after a kill of " + entry.part(),
                    "yes",
                    entry.caughtUp()
                            .map(took -> String.format(Locale.ROOT, "after %.1f s", seconds(took)))
                            .orElse("no"),
                    entry.caughtUp().isPresent());
        }
        return goals;
    }

    private static double seconds(Duration duration) {
        return Math.round(duration.toMillis() / 100.0) / 10.0;
    }
}
