package com.sentia.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Where this machine keeps the libraries that the server doesn't bring along (the C++ runtime). */
final class SystemLibraries {
    private static final List<String> FOLDERS =
            List.of("/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64");

    private SystemLibraries() {}

    static String searchPath() {
        return FOLDERS.stream()
                .filter(folder -> Files.isDirectory(Path.of(folder)))
                .collect(Collectors.joining(":"));
    }
}
