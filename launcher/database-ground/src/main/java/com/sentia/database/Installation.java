package com.sentia.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server's program files, ready to run.
 *
 * @param server folder with {@code bin}, {@code lib} and {@code share}
 * @param libc folder of the C library and loader the extension was built for; null runs on the machine's own
 * @param ground what a database made with it stands on
 * @param detail one line: the extension's version, or why there is none
 */
public record Installation(Path server, @Nullable Path libc, Ground ground, String detail) {
    static final String LOADER = "ld-linux-x86-64.so.2";

    /** One line for people: the ground and its detail. */
    public String line() {
        return ground.sentence() + " (" + detail + ")";
    }

    Path program(String name) {
        return server.resolve("bin").resolve(name);
    }

    /** The start of a command line that runs a program of this server through the loader it needs. */
    List<String> launch(String name) {
        Path program = program(name);
        if (libc == null) {
            return List.of(program.toString());
        }
        List<String> command = new ArrayList<>();
        command.add(libc.resolve(LOADER).toString());
        command.add("--library-path");
        command.add(libc + ":" + server.resolve("lib") + ":" + SystemLibraries.searchPath());
        // The server finds its share folder by argument zero.
        command.add("--argv0");
        command.add(program.toString());
        command.add(program.toString());
        return List.copyOf(command);
    }
}
