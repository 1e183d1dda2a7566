package com.sentia.launcher.registry;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The copy of the registry outside the registry: its own export, and a list of what is in it. */
final class RegistryBackup {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    RegistryBackup(Path folder) {
        this.folder = folder;
    }

    /** Replaces the copy; the list last, so that it never promises what the export lacks. */
    void save(RegistryContents contents, byte[] export) throws IOException {
        Files.createDirectories(folder);
        replace(exportFile(), export);
        replace(listFile(), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(contents.schemas()));
    }

    /** What the last copy holds; empty when there is none. */
    RegistryContents contents() throws IOException {
        if (!Files.exists(listFile())) {
            return RegistryContents.EMPTY;
        }
        return new RegistryContents(JSON.readValue(listFile().toFile(), new TypeReference<Map<String, String>>() {}));
    }

    Path exportFile() {
        return folder.resolve("export.zip");
    }

    private Path listFile() {
        return folder.resolve("schemas.json");
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
