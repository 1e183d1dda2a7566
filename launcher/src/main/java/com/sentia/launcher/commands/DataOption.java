package com.sentia.launcher.commands;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which file the simulated shops play. */
final class DataOption {
    @Option(names = "--data", paramLabel = "FILE", description = "A csv or csv.xz of the Online Retail form.")
    @Nullable
    Path data;

    /** Whether it is the file that comes with the product. */
    boolean isOwn() {
        return data == null;
    }

    /** The file named, or the one that comes with the product; throws when it can't be read. */
    Path file() {
        Path file = data == null
                ? Distribution.own().demoData()
                : data.toAbsolutePath().normalize();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new LauncherException("there is no data file " + file + ": name a csv or csv.xz with --data");
        }
        try {
            if (Files.size(file) == 0) {
                throw new LauncherException("the data file " + file + " is empty: name another with --data");
            }
        } catch (IOException e) {
            throw new LauncherException("the data file " + file + " can't be read: " + e.getMessage(), e);
        }
        return file;
    }
}
