package com.sentia.verification.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks through every line of every file in a folder of logs. */
public final class LogSweep {
    private LogSweep() {}

    /** Reads every file under the folder. */
    public static Sweep of(Path folder) throws IOException {
        Sweep all = new Sweep(0, List.of());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all = all.and(lines(file));
            }
        }
        return all;
    }

    private static Sweep lines(Path file) throws IOException {
        List<String> found = new ArrayList<>();
        long number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                long at = ++number;
                PersonalMarks.in(line).ifPresent(mark -> found.add("log " + file + ", line " + at + ": " + mark));
            }
        }
        return new Sweep(number, found);
    }
}
