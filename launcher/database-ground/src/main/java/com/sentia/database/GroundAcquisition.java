package com.sentia.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Obtains the server's programs, with TimescaleDB if this machine can have it, into a cache folder shared by all runs.
 *
 * <p>Repeatable: what is there is used as it is. Safe with several processes at once (a file lock), and a half-made
 * folder is never used (it gets its name when finished). Without the extension the ground is {@link Ground#NONE}, never an
 * error; that result is remembered for ten minutes, after which it is tried again.
 */
public final class GroundAcquisition {
    private static final Duration FAILURE_HOLDS = Duration.ofMinutes(10);
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final Path cache;
    private final Path etcApt;
    private final Clock clock;
    private final Consumer<String> progress;

    GroundAcquisition(Path cache, Path etcApt, Clock clock, Consumer<String> progress) {
        this.cache = cache.toAbsolutePath().normalize();
        this.etcApt = etcApt;
        this.clock = clock;
        this.progress = progress;
    }

    /** Where programs are cached unless told otherwise: {@code ~/.cache/sentia}. */
    public static Path defaultCache() {
        return Path.of(System.getProperty("user.home"), ".cache", "sentia");
    }

    /**
     * The programs to run, fetched now if they weren't before.
     *
     * @param progress is told each step that takes time, as a line for people
     * @throws GroundException when not even the plain server can be unpacked here
     */
    public static Installation acquire(Path cache, Consumer<String> progress) {
        return new GroundAcquisition(cache, Path.of("/etc/apt"), Clock.systemUTC(), progress).acquire();
    }

    Installation acquire() {
        if (!"amd64".equals(System.getProperty("os.arch")) || !"Linux".equals(System.getProperty("os.name"))) {
            throw new GroundException("the embedded PostgreSQL runs on Linux x86-64 only: name another database");
        }
        // Threads of one JVM can't share a file lock: they queue here first.
        ONE_AT_A_TIME.lock();
        try {
            Files.createDirectories(cache);
            try (FileChannel channel = FileChannel.open(
                            cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                return acquireLocked(held);
            }
        } catch (IOException e) {
            throw new GroundException(
                    "the database programs can't be unpacked into " + cache + ": " + e.getMessage(), e);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private Installation acquireLocked(FileLock held) throws IOException {
        if (!held.isValid()) {
            throw new IOException("the lock was lost");
        }
        String name = "postgres-" + ServerArchive.fingerprint();
        Path extended = cache.resolve(name + "-timescaledb");
        if (Files.isDirectory(extended)) {
            return describe(extended);
        }
        Path plain = cache.resolve(name);
        if (!Files.isDirectory(plain)) {
            progress.accept("unpacking PostgreSQL");
            Path work = freshWork();
            ServerArchive.unpack(work.resolve("server"));
            Files.move(work.resolve("server"), plain, StandardCopyOption.ATOMIC_MOVE);
            Folders.delete(work);
        }
        Path failure = cache.resolve(name + "-timescaledb.failed");
        Optional<String> remembered = recentFailure(failure);
        if (remembered.isPresent()) {
            return new Installation(plain, null, Ground.NONE, remembered.get());
        }
        try {
            return extend(extended);
        } catch (GroundException | IOException e) {
            String reason = firstLine(e);
            Files.writeString(failure, reason);
            return new Installation(plain, null, Ground.NONE, reason);
        }
    }

    private Installation extend(Path extended) throws IOException {
        Path work = freshWork();
        try {
            Path made = work.resolve("made");
            Path server = made.resolve("server");
            ServerArchive.unpack(server);
            String fetched = new ExtensionDownload(etcApt, progress)
                    .into(Files.createDirectories(work.resolve("apt")), server, made.resolve("libc"));
            Files.writeString(made.resolve("package"), fetched);
            progress.accept("trying " + fetched);
            ExtensionTrial.run(describe(made), work.resolve("trial"));
            Files.move(made, extended, StandardCopyOption.ATOMIC_MOVE);
            return describe(extended);
        } finally {
            Folders.delete(work);
        }
    }

    private static Installation describe(Path folder) throws IOException {
        Path server = folder.resolve("server");
        return new Installation(
                server,
                folder.resolve("libc"),
                hasCommunityModule(server) ? Ground.COMMUNITY : Ground.APACHE,
                Files.readString(folder.resolve("package")).strip());
    }

    private static boolean hasCommunityModule(Path server) throws IOException {
        try (var files = Files.list(server.resolve("lib/postgresql"))) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("timescaledb-tsl-"));
        }
    }

    private Path freshWork() throws IOException {
        Path work = cache.resolve("work");
        Folders.delete(work);
        return Files.createDirectories(work);
    }

    private Optional<String> recentFailure(Path failure) throws IOException {
        if (!Files.exists(failure)) {
            return Optional.empty();
        }
        Instant forgotten = Files.getLastModifiedTime(failure).toInstant().plus(FAILURE_HOLDS);
        return clock.instant().isBefore(forgotten) ? Optional.of(Files.readString(failure)) : Optional.empty();
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return message.lines().findFirst().orElse("unknown");
    }
}
