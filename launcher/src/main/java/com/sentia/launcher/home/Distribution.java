package com.sentia.launcher.home;

import com.sentia.launcher.LauncherException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The built programs the launcher starts: {@code distribution/target/sentia}. */
public record Distribution(Path folder) {
    private static final String PROPERTY = "sentia.distribution";

    /** The one this launcher itself came from, or the one the system property {@code sentia.distribution} names. */
    public static Distribution own() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return new Distribution(Path.of(named).toAbsolutePath().normalize());
        }
        try {
            Path jar = Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path lib = jar.getParent();
            if (lib == null || !lib.endsWith(Path.of("lib", "launcher"))) {
                throw new LauncherException("the launcher doesn't run from a distribution: start it by ./sentia");
            }
            return new Distribution(lib.resolve("../..").normalize());
        } catch (URISyntaxException e) {
            throw new LauncherException("the launcher's own place can't be told: " + e.getMessage(), e);
        }
    }

    public Path lib(String process) {
        return folder.resolve("lib").resolve(process);
    }

    /** The class path of a process: every jar of its folder. */
    public String classPath(String process) {
        return lib(process) + "/*";
    }

    public Path jobJar() {
        return folder.resolve("jobs/sentia-jobs.jar");
    }

    public Path registryJar() {
        return only("registry", "-runner.jar");
    }

    /** The agent that shows a JVM's gauges to Prometheus. */
    public Path metricsAgent() {
        return only("lib/jmx-exporter", "javaagent");
    }

    private Path only(String where, String word) {
        try (Stream<Path> files = Files.list(folder.resolve(where))) {
            return files.filter(file -> file.getFileName().toString().contains(word))
                    .findFirst()
                    .orElseThrow(() ->
                            new LauncherException(where + " is empty in " + folder + ": build again (mvn package)"));
        } catch (IOException e) {
            throw new LauncherException(
                    "the distribution in " + folder + " is not whole: build again (mvn package)", e);
        }
    }

    public Path demoData() {
        return folder.resolve("data/online-retail-2-months.csv.xz");
    }

    public Path configuration(String name) {
        return folder.resolve("jobs-config").resolve(name);
    }

    /** Changes when any file of the folder does. */
    public static String stamp(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> stamps = files.filter(Files::isRegularFile)
                    .sorted()
                    .map(Distribution::stampOfFile)
                    .toList();
            return Integer.toHexString(stamps.hashCode());
        } catch (IOException e) {
            throw new LauncherException(
                    "the distribution in " + folder + " is not whole: build again (mvn package)", e);
        }
    }

    private static String stampOfFile(Path file) {
        try {
            return file.getFileName() + ":" + Files.size(file) + ":"
                    + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return file.getFileName() + ":gone";
        }
    }
}
