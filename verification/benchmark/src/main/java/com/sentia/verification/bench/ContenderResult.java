package com.sentia.verification.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How one run went, as its process tells.
 *
 * @param events order lines read
 * @param nanos from the first line decoded until everything was written and the run had ended
 */
public record ContenderResult(long events, long nanos) {
    private static final double NANOS_PER_SECOND = 1e9;

    public void write(Path file) throws IOException {
        Files.writeString(file, events + "\n" + nanos + "\n");
    }

    static ContenderResult read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return new ContenderResult(Long.parseLong(lines.get(0)), Long.parseLong(lines.get(1)));
    }

    double seconds() {
        return nanos / NANOS_PER_SECOND;
    }

    double eventsPerSecond() {
        return events / seconds();
    }
}
