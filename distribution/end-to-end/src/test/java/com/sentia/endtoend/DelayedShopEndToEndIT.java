package com.sentia.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole stack on a small file, started as a user starts it, with one shop an hour behind the others. */
class DelayedShopEndToEndIT {
    private static final int MINUTES = 20;
    private static final int COULD_NOT_RUN = 2;
    private static final long SEED = 20110324;

    @TempDir
    private Path folder;

    @Test
    void countsNothingLateAndNothingWrongWhenAShopIsAnHourBehind() throws Exception {
        Path report = folder.resolve("report.json");
        Path log = folder.resolve("sentia.log");
        Path data = SmallRetailFile.write(folder.resolve("retail.csv"), SEED);

        int exit = sentia(
                log,
                List.of(
                        "demo",
                        "--check",
                        "--data",
                        data.toString(),
                        "--delay",
                        "eu=1h",
                        "--report",
                        report.toString()));

        assertThat(exit).as("seed %d%n%s", SEED, Files.readString(log)).isNotEqualTo(COULD_NOT_RUN);
        JsonNode found = new ObjectMapper().readTree(report.toFile());
        // Not all goals: those of time and memory say more about the machine than about the stack.
        assertThat(found.path("passed").asBoolean())
                .as("%s", found.toPrettyString())
                .isTrue();
        assertThat(found.path("late_records").asLong(-1)).isZero();
        assertThat(found.path("differences").path("wrong").asLong(-1)).isZero();
        assertThat(found.path("differences").path("missing").asLong(-1)).isZero();
        assertThat(found.path("differences").path("extra").asLong(-1)).isZero();
        assertThat(found.path("values_compared").asLong())
                .isEqualTo(found.path("values_expected").asLong())
                .isGreaterThan(10_000);
    }

    private int sentia(Path log, List<String> arguments) throws Exception {
        Path distribution = Path.of(System.getProperty("sentia.distribution"));
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                distribution.resolve("lib/launcher") + "/*",
                "com.sentia.launcher.Main"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
                    .as("ended in %d minutes%n%s", MINUTES, Files.readString(log))
                    .isTrue();
            return process.exitValue();
        } finally {
            // Ctrl-C's way first, so that the launcher stops its children.
            process.destroy();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        }
    }
}
