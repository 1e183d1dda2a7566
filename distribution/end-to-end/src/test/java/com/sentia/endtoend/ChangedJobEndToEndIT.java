package com.sentia.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job's jar is replaced while the job runs. */
class ChangedJobEndToEndIT {
    private static final long SEED = 20110326;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    @TempDir
    private Path folder;

    @Test
    void goesOnFromASavepointAndEveryNumberStaysRight() throws Exception {
        Path distribution = ownJobJar(Sentia.distribution());
        Path home = folder.resolve("home");
        Path report = folder.resolve("report.json");
        Path log = folder.resolve("check.log");
        Path data = SmallRetailFile.write(folder.resolve("retail.csv"), SEED);
        Process check = new Sentia(distribution, folder)
                .start(
                        log,
                        "demo",
                        "--check",
                        "--home",
                        home.toString(),
                        "--port-offset",
                        "4000",
                        "--data",
                        data.toString(),
                        "--report",
                        report.toString());
        try {
            Path launcherLog = home.resolve("logs/launcher.log");
            await().atMost(PATIENCE)
                    .pollInterval(LOOK_EVERY)
                    .until(() -> submissions(launcherLog).size() == 1);

            change(distribution.resolve("jobs/sentia-jobs.jar"));

            assertThat(check.waitFor(20, TimeUnit.MINUTES))
                    .as("ended%n%s", Files.readString(log))
                    .isTrue();
            assertThat(check.exitValue()).as(Files.readString(log)).isZero();
            assertThat(submissions(launcherLog))
                    .hasSize(2)
                    .last()
                    .asString()
                    .matches(".*from=file:.*/savepoints/savepoint-.*");
        } finally {
            Sentia.stop(check);
        }
        JsonNode found = new ObjectMapper().readTree(report.toFile());
        assertThat(found.path("passed").asBoolean())
                .as("%s", found.toPrettyString())
                .isTrue();
    }

    private static List<String> submissions(Path launcherLog) throws IOException {
        return Files.exists(launcherLog)
                ? Files.readAllLines(launcherLog).stream()
                        .filter(line -> line.contains(" submitted from="))
                        .toList()
                : List.of();
    }

    /** The same programs, but a job jar that can be changed without touching theirs. */
    private Path ownJobJar(Path original) throws IOException {
        Path own = Files.createDirectories(folder.resolve("distribution"));
        try (Stream<Path> parts = Files.list(original)) {
            for (Path part : parts.toList()) {
                if (!part.endsWith("jobs")) {
                    Files.createSymbolicLink(own.resolve(part.getFileName()), part);
                }
            }
        }
        Path jobs = Files.createDirectories(own.resolve("jobs"));
        Files.copy(original.resolve("jobs/sentia-jobs.jar"), jobs.resolve("sentia-jobs.jar"));
        return own;
    }

    private static void change(Path jar) throws IOException {
        Path changed = jar.resolveSibling("changed.jar");
        Files.copy(jar, changed);
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + changed.toUri()), Map.of())) {
            Files.writeString(files.getPath("META-INF/changed"), "another build");
        }
        Files.move(changed, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
