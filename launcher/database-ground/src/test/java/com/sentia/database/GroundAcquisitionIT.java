package com.sentia.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroundAcquisitionIT {
    private final List<String> progress = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void fallsBackToThePlainServerWithTheReasonWhereAptNamesNoArchive() {
        Installation installation = acquisition(Clock.systemUTC()).acquire();

        assertThat(installation.ground()).isEqualTo(Ground.NONE);
        assertThat(installation.detail()).contains("Debian").doesNotContain("\n");
        assertThat(installation.program("postgres")).isExecutable();
    }

    @Test
    void remembersAFailureOnlyBriefly() throws IOException {
        acquisition(Clock.systemUTC()).acquire();
        Files.writeString(failure(), "what was remembered");

        assertThat(acquisition(Clock.systemUTC()).acquire().detail()).isEqualTo("what was remembered");

        Clock later = Clock.fixed(Instant.now().plus(Duration.ofHours(1)), ZoneOffset.UTC);
        assertThat(acquisition(later).acquire().detail()).isNotEqualTo("what was remembered");
    }

    private Path failure() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.filter(file -> file.toString().endsWith(".failed"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void leavesNoWorkFolderBehind() {
        acquisition(Clock.systemUTC()).acquire();

        assertThat(folder.resolve("cache/work")).doesNotExist();
    }

    @Test
    void twoAtOnceGetTheSameFinishedFolder() throws InterruptedException {
        List<Installation> found = java.util.Collections.synchronizedList(new ArrayList<>());
        Thread one = new Thread(() -> found.add(acquisition(Clock.systemUTC()).acquire()));
        Thread two = new Thread(() -> found.add(acquisition(Clock.systemUTC()).acquire()));
        one.start();
        two.start();
        one.join();
        two.join();

        assertThat(found).hasSize(2);
        assertThat(found.get(0).server()).isEqualTo(found.get(1).server());
        assertThat(Files.isDirectory(found.get(0).server())).isTrue();
    }

    private GroundAcquisition acquisition(Clock clock) {
        return new GroundAcquisition(folder.resolve("cache"), folder.resolve("no-apt"), clock, progress::add);
    }
}
