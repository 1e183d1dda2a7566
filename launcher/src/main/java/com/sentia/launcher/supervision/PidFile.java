package com.sentia.launcher.supervision;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/** The file in which a launcher leaves word of a process it started, for the launchers after it. */
public final class PidFile {
    private final Path file;

    public PidFile(Path file) {
        this.file = file;
    }

    /**
     * What was written.
     *
     * @param fingerprint of the command the process was started with
     */
    public record Entry(ProcessIdentity process, String fingerprint) {}

    public void write(Entry entry) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(entry.process().pid()));
        properties.setProperty("start-ticks", Long.toString(entry.process().startTicks()));
        properties.setProperty("boot", entry.process().boot());
        properties.setProperty("fingerprint", entry.fingerprint());
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text.toString());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What stands there; empty when there is no file or it makes no sense. */
    public Optional<Entry> read() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(new Entry(
                    new ProcessIdentity(
                            Long.parseLong(properties.getProperty("pid", "")),
                            Long.parseLong(properties.getProperty("start-ticks", "")),
                            properties.getProperty("boot", "")),
                    properties.getProperty("fingerprint", "")));
        } catch (IOException | IllegalArgumentException expected) {
            return Optional.empty();
        }
    }

    /** The process that was written down, if it is still the one that runs under its pid. */
    public Optional<ProcessHandle> running() {
        return read().flatMap(entry -> entry.process().running());
    }

    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
