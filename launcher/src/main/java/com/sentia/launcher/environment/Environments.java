package com.sentia.launcher.environment;

import com.sentia.launcher.home.Distribution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Where environments are found: {@code jobs-config} of the project, or a folder anywhere. */
public final class Environments {
    /** Names the project's {@code jobs-config}, so that an edited environment counts without a build. */
    private static final String PROPERTY = "sentia.environments";

    private Environments() {}

    /**
     * The environment of that name.
     *
     * @param nameOrFolder a folder below jobs-config, or the path of one elsewhere
     */
    public static Environment named(String nameOrFolder, Clock clock) {
        Path folder = folder(nameOrFolder).toAbsolutePath().normalize();
        return at(String.valueOf(folder.getFileName()), folder, clock);
    }

    /** The environment of a folder. */
    static Environment at(String name, Path folder, Clock clock) {
        return EnvironmentFile.read(name, folder, clock.instant());
    }

    private static Path folder(String nameOrFolder) {
        if (nameOrFolder.contains("/")) {
            return Path.of(nameOrFolder);
        }
        String given = System.getProperty(PROPERTY);
        Path project = given == null ? Distribution.own().configuration(nameOrFolder) : Path.of(given, nameOrFolder);
        return Files.isDirectory(project) ? project : Distribution.own().configuration(nameOrFolder);
    }
}
