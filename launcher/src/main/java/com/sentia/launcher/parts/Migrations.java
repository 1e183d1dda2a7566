package com.sentia.launcher.parts;

import com.sentia.database.Role;
import com.sentia.launcher.supervision.Command;
import com.sentia.launcher.supervision.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Brings the tables up to date, once after the database is there. */
final class Migrations {
    private static final int HEAP_MB = 96;
    private static final long LIMIT_SECONDS = 120;

    private final Stack stack;

    Migrations(Stack stack) {
        this.stack = stack;
    }

    Step step() {
        return new Step(PartNames.MIGRATIONS, Set.of(PartNames.POSTGRES), this::run);
    }

    private void run() throws IOException, InterruptedException {
        Path settings = SettingsFile.write(
                stack.home().settings().resolve("timescale.properties"),
                Map.of(
                        "database.url", stack.database().url(),
                        "database.user", Role.SENTIA_OWNER.user(),
                        "database.password-file",
                                stack.database().passwords().file(Role.SENTIA_OWNER).toString(),
                        "database.writer.user", Role.SENTIA_WRITER.user(),
                        "database.reader.user", Role.SENTIA_READER.user()));
        Command command = new JavaCommand(stack.home().root(), HEAP_MB)
                .main(
                        stack.distribution(),
                        "timescale",
                        "com.sentia.timescale.Migrate",
                        "--settings",
                        settings.toString())
                .command();
        Path log = stack.home().log(PartNames.MIGRATIONS);
        Files.createDirectories(stack.home().logs());
        Process process = new ProcessBuilder(command.arguments())
                .directory(command.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("the migrations failed: " + lastLine(log) + "; see " + log);
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "no word why" : lines.get(lines.size() - 1);
    }
}
