package com.sentia.launcher.parts;

import com.sentia.launcher.home.Distribution;
import com.sentia.launcher.supervision.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command line of a Java process that shares a small machine with nine others. */
final class JavaCommand {
    private final List<String> flags = new ArrayList<>(List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-Xss512k",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC"));
    private final List<String> program = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<Path> inputs = new ArrayList<>();
    private final Path folder;
    private boolean yielding;

    /** @param folder where the process is started */
    JavaCommand(Path folder, int heapMegabytes) {
        this.folder = folder;
        flags.add("-Xmx" + heapMegabytes + "m");
        // glibc would keep an arena per thread otherwise.
        environment.put("MALLOC_ARENA_MAX", "2");
    }

    JavaCommand flag(String flag) {
        flags.add(flag);
        return this;
    }

    /** Lets the just-in-time compiler optimise fully, for the process that does the arithmetic. */
    JavaCommand optimised() {
        flags.remove("-XX:TieredStopAtLevel=1");
        return this;
    }

    /** Lets every other process go first when all want to compute. */
    JavaCommand yielding() {
        yielding = true;
        return this;
    }

    JavaCommand environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** A file whose contents the process reads at start: another content is another process. */
    JavaCommand reads(Path file) {
        inputs.add(file);
        return this;
    }

    JavaCommand main(Distribution distribution, String process, String main, String... arguments) {
        inputs.add(distribution.lib(process));
        return program(distribution.classPath(process), main, arguments);
    }

    JavaCommand program(String classPath, String main, String... arguments) {
        program.addAll(List.of("-cp", classPath, main));
        program.addAll(List.of(arguments));
        return this;
    }

    JavaCommand jar(Path jar) {
        inputs.add(jar);
        program.addAll(List.of("-jar", jar.toString()));
        return this;
    }

    Command command() throws IOException {
        List<String> arguments = new ArrayList<>(yielding ? List.of("nice", "-n", "10") : List.of());
        arguments.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        arguments.addAll(flags);
        arguments.addAll(program);
        StringBuilder print = new StringBuilder(arguments + environment.toString());
        for (Path input : inputs) {
            print.append(Files.isDirectory(input) ? Distribution.stamp(input) : fileStamp(input));
        }
        return new Command(
                arguments,
                environment,
                folder,
                Integer.toHexString(print.toString().hashCode()));
    }

    private static String fileStamp(Path file) throws IOException {
        return file.toString().endsWith(".jar")
                ? Files.size(file) + ":" + Files.getLastModifiedTime(file)
                : Files.readString(file);
    }
}
