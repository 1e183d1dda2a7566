package com.sentia.verification.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * How one run went, as its process tells.
 *
 * @param events order lines read
 * @param nanos from the first line decoded until everything was written and the run had ended, or was cut off
 * @param isCutOff the run was ended before it was through: what it had read need not be worked up yet
 */
public record ContenderResult(long events, long nanos, boolean isCutOff) {
    private static final double NANOS_PER_SECOND = 1e9;

    void write(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, events + "\n" + nanos + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static ContenderResult read(Path file, boolean isCutOff) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return new ContenderResult(Long.parseLong(lines.get(0)), Long.parseLong(lines.get(1)), isCutOff);
    }

    double seconds() {
        return nanos / NANOS_PER_SECOND;
    }

    double eventsPerSecond() {
        return nanos == 0 ? 0 : events / seconds();
    }
}
