package com.sentia.launcher.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/** Writes the properties file a process is started with; the same settings give the same text. */
final class SettingsFile {
    private SettingsFile() {}

    static Path write(Path file, Map<String, String> settings) throws IOException {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(settings)
                .forEach((key, value) -> text.append(key)
                        .append('=')
                        .append(value.replace("\\", "\\\\"))
                        .append('\n'));
        return write(file, text.toString());
    }

    static Path write(Path file, String text) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        // Parts that start at the same time write the same file.
        Path fresh = Files.createTempFile(folder, file.getFileName() + ".", ".new");
        Files.writeString(fresh, text);
        return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
