package com.sentia.launcher.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Remembers which job was submitted from which jar with which settings, over the launcher's own life. */
final class JobFile {
    private final Path file;

    JobFile(Path file) {
        this.file = file;
    }

    record Entry(String jobId, String fingerprint) {}

    void write(Entry entry) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, entry.jobId() + "\n" + entry.fingerprint() + "\n");
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    Optional<Entry> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.size() < 2 ? Optional.empty() : Optional.of(new Entry(lines.get(0), lines.get(1)));
    }
}
