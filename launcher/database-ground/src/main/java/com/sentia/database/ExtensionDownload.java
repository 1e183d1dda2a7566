package com.sentia.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Fetches Debian's TimescaleDB package and the C library it needs with the machine's own apt, into folders of its own:
 * no root, nothing installed, the machine's apt state untouched.
 */
final class ExtensionDownload {
    private static final String EXTENSION = "postgresql-18-timescaledb";
    private static final String C_LIBRARY = "libc6";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Path etcApt;
    private final Consumer<String> progress;

    ExtensionDownload(Path etcApt, Consumer<String> progress) {
        this.etcApt = etcApt;
        this.progress = progress;
    }

    /**
     * Puts the extension into {@code server} and the C library into {@code libc}; returns the package's file name.
     *
     * @throws GroundException with one line on why it can't be had
     */
    String into(Path work, Path server, Path libc) throws IOException {
        List<String> options = prepareApt(work);
        Path packages = Files.createDirectories(work.resolve("packages"));
        refresh(options, work);
        progress.accept("downloading " + EXTENSION + " and " + C_LIBRARY);
        ChildProgram.run(
                join(List.of("apt-get"), options, List.of("download", EXTENSION, C_LIBRARY)),
                packages,
                LIMIT,
                line -> {});
        Path extension = unpack(packages, EXTENSION, work);
        Path library = unpack(packages, C_LIBRARY, work);
        copyTree(extension.resolve("usr/lib/postgresql/18/lib"), server.resolve("lib/postgresql"));
        copyTree(extension.resolve("usr/share/postgresql/18/extension"), server.resolve("share/postgresql/extension"));
        copyTree(loaderFolder(library), libc);
        return nameOf(packages, EXTENSION);
    }

    private void refresh(List<String> options, Path work) {
        progress.accept("reading the package lists of Debian " + AptSources.SUITE);
        try {
            ChildProgram.run(join(List.of("apt-get"), options, List.of("update")), work, LIMIT, line -> {});
        } catch (GroundException e) {
            // One source of several may lack the suite; the download says whether what is needed was among the rest.
            progress.accept("apt-get update: " + e.getMessage());
        }
    }

    private List<String> prepareApt(Path work) throws IOException {
        AptSources.Derived sources = new AptSources(codename())
                .ofMachine(etcApt)
                .orElseThrow(() -> new GroundException("this machine's apt names no Debian archive"));
        Path parts = Files.createDirectories(work.resolve("sources.list.d"));
        Files.writeString(parts.resolve("sid.list"), sources.list());
        Files.writeString(parts.resolve("sid.sources"), sources.sources());
        Path lists = work.resolve("lists");
        Path cache = work.resolve("cache");
        Files.createDirectories(lists.resolve("partial"));
        Files.createDirectories(cache.resolve("archives/partial"));
        Path status = Files.createFile(work.resolve("status"));
        List<String> options = new ArrayList<>();
        for (String option : List.of(
                "Dir::Etc::SourceList=/dev/null",
                "Dir::Etc::SourceParts=" + parts,
                "Dir::State::Lists=" + lists,
                "Dir::State::status=" + status,
                "Dir::Cache=" + cache,
                "Acquire::Languages=none",
                "Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled=false",
                "Acquire::Retries=2",
                "Acquire::http::Timeout=20",
                "Acquire::https::Timeout=20",
                "APT::Sandbox::User=root",
                "Debug::NoLocking=true")) {
            options.add("-o");
            options.add(option);
        }
        return options;
    }

    private static String codename() throws IOException {
        Path file = Path.of("/etc/os-release");
        if (!Files.isReadable(file)) {
            throw new GroundException("this machine is not a Debian");
        }
        Properties release = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            release.load(reader);
        }
        if (!"debian".equals(release.getProperty("ID", "").replace("\"", ""))) {
            throw new GroundException("this machine is not a Debian, whose package it would be");
        }
        return release.getProperty("VERSION_CODENAME", AptSources.SUITE).replace("\"", "");
    }

    private static Path unpack(Path packages, String name, Path work) throws IOException {
        Path target = work.resolve("unpacked-" + name);
        ChildProgram.run(
                List.of("dpkg", "-x", packages.resolve(nameOf(packages, name)).toString(), target.toString()),
                work,
                LIMIT,
                line -> {});
        return target;
    }

    private static String nameOf(Path packages, String name) throws IOException {
        try (Stream<Path> files = Files.list(packages)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith(name + "_"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new GroundException("apt-get downloaded no " + name));
        }
    }

    private static Path loaderFolder(Path unpacked) throws IOException {
        try (Stream<Path> files = Files.walk(unpacked)) {
            return files.filter(file -> file.getFileName().toString().equals("libc.so.6"))
                    .map(file -> file.resolveSibling(Installation.LOADER))
                    .filter(Files::exists)
                    .map(Path::getParent)
                    .findFirst()
                    .orElseThrow(() -> new GroundException("the downloaded C library has no loader for this machine"));
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static List<String> join(List<String> program, List<String> options, List<String> rest) {
        return Stream.of(program, options, rest).flatMap(List::stream).toList();
    }
}
