package com.sentia.launcher.flink;

import com.sentia.launcher.home.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checkpoints and savepoints on disk: the newest whole one is where a job that is gone goes on. */
final class RestorePoints {
    static final String CHECKPOINTS = "checkpoints";
    static final String SAVEPOINTS = "savepoints";
    private static final String METADATA = "_metadata";
    private static final int DEPTH = 3;

    private final Path state;

    /** @param state the folder with {@code checkpoints} and {@code savepoints} */
    RestorePoints(Path state) {
        this.state = state;
    }

    /** The folder of the newest point that was finished; one without {@code _metadata} never was. */
    Optional<Path> newest() throws IOException {
        return Stream.concat(metadata(CHECKPOINTS).stream(), metadata(SAVEPOINTS).stream())
                .max(Comparator.comparing(RestorePoints::modified))
                .map(Path::getParent);
    }

    /** Removes folders that earlier jobs left empty; others may hold files a later job still uses. */
    void tidy() throws IOException {
        Path checkpoints = state.resolve(CHECKPOINTS);
        if (!Files.isDirectory(checkpoints)) {
            return;
        }
        try (Stream<Path> files = Files.walk(checkpoints)) {
            for (Path folder : files.filter(Files::isDirectory)
                    .filter(folder -> !folder.equals(checkpoints))
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                deleteIfEmpty(folder);
            }
        }
    }

    /** Removes every point: there is nothing to go on with. */
    void deleteAll() throws IOException {
        Scratch.delete(state.resolve(CHECKPOINTS));
        Scratch.delete(state.resolve(SAVEPOINTS));
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        boolean empty;
        try (Stream<Path> files = Files.list(folder)) {
            empty = files.findAny().isEmpty();
        }
        if (empty) {
            Files.delete(folder);
        }
    }

    private List<Path> metadata(String kind) throws IOException {
        Path folder = state.resolve(kind);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(file -> file.endsWith(METADATA)).toList();
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
