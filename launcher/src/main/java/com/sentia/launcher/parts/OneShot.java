package com.sentia.launcher.parts;

import com.sentia.launcher.supervision.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java process that does one thing and ends, told by a settings file, heard in a log of its own. */
public final class OneShot {
    private final Stack stack;
    private final String name;
    private final String classPath;
    private final String main;
    private final int heapMegabytes;

    /**
     * @param name of its settings file and log
     * @param classPath where its classes are in the distribution
     */
    public OneShot(Stack stack, String name, String classPath, String main, int heapMegabytes) {
        this.stack = stack;
        this.name = name;
        this.classPath = classPath;
        this.main = main;
        this.heapMegabytes = heapMegabytes;
    }

    /** Runs it to its end and returns its exit code; an {@link IOException} when it takes longer than the limit. */
    public int run(Map<String, String> settings, Duration limit) throws IOException, InterruptedException {
        Path file = SettingsFile.write(stack.home().settings().resolve(name + ".properties"), settings);
        Files.createDirectories(stack.home().logs());
        Command command = new JavaCommand(stack.home().root(), heapMegabytes)
                .program(classPath, main, "--settings", file.toString())
                .command();
        ProcessBuilder builder = new ProcessBuilder(command.arguments())
                .directory(command.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        builder.environment().putAll(command.environment());
        Process process = builder.start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(name + " takes longer than " + limit + "; see " + log());
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    /** The last line it printed, and where the others are. */
    public String lastWord() throws IOException {
        List<String> lines = Files.readAllLines(log());
        return (lines.isEmpty() ? "no word why" : lines.get(lines.size() - 1)) + "; see " + log();
    }

    private Path log() {
        return stack.home().log(name);
    }
}
