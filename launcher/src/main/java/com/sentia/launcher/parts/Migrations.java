package com.sentia.launcher.parts;

import com.sentia.database.Role;
import com.sentia.launcher.supervision.Step;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Brings the tables up to date, once after the database is there. */
final class Migrations {
    private static final int HEAP_MB = 96;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Stack stack;

    Migrations(Stack stack) {
        this.stack = stack;
    }

    Step step() {
        return new Step(PartNames.MIGRATIONS, Set.of(PartNames.POSTGRES), this::run);
    }

    private void run() throws IOException, InterruptedException {
        Map<String, String> settings = Map.of(
                "database.url", stack.database().url(),
                "database.user", Role.SENTIA_OWNER.user(),
                "database.password-file",
                        stack.database().passwords().file(Role.SENTIA_OWNER).toString(),
                "database.writer.user", Role.SENTIA_WRITER.user(),
                "database.reader.user", Role.SENTIA_READER.user());
        OneShot program = new OneShot(
                stack,
                PartNames.MIGRATIONS,
                stack.distribution().classPath("timescale"),
                "com.sentia.timescale.Migrate",
                HEAP_MB);
        if (program.run(settings, LIMIT) != 0) {
            throw new IOException("the migrations failed: " + program.lastWord());
        }
    }
}
