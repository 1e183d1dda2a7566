package com.sentia.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what a run has found where it was asked for. */
final class ReportFile {
    private ReportFile() {}

    static void write(JsonNode report, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
        } catch (IOException e) {
            throw new LauncherException("report " + file + " can't be written: " + e.getMessage(), e);
        }
    }
}
