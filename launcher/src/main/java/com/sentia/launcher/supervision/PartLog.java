package com.sentia.launcher.supervision;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The file that takes what a part prints. A running part holds it open for appending, so a file grown too big is copied
 * aside and emptied in place; the few lines printed in between are lost.
 */
public final class PartLog {
    private static final long LARGEST = 16L << 20;

    private final Path file;

    public PartLog(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Before a start: makes the folder, and puts a big file aside. */
    void rotate() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (isBig()) {
            Files.move(file, previous(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** While the part runs. */
    void trim() {
        try {
            if (isBig()) {
                Files.copy(file, previous(), StandardCopyOption.REPLACE_EXISTING);
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(0);
                }
            }
        } catch (IOException expected) {
            // A log that can't be trimmed is tried again a second later; the part goes on.
        }
    }

    private boolean isBig() throws IOException {
        return Files.exists(file) && Files.size(file) > LARGEST;
    }

    private Path previous() {
        return file.resolveSibling(file.getFileName() + ".1");
    }
}
