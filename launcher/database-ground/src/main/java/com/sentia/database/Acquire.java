package com.sentia.database;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Fetches the database programs beforehand, at build time: {@code Acquire [CACHE_FOLDER]}. The last line says which ground
 * was obtained; lines before it tell progress. Exit 1 only when not even the plain server can be had.
 */
public final class Acquire {
    private Acquire() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream errors) {
        Path cache = arguments.length > 0 ? Path.of(arguments[0]) : GroundAcquisition.defaultCache();
        try {
            out.println("database ground: "
                    + GroundAcquisition.acquire(cache, out::println).line());
            return 0;
        } catch (GroundException e) {
            errors.println("database ground: " + e.getMessage());
            return 1;
        }
    }
}
