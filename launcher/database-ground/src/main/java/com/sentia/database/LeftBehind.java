package com.sentia.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a killed server leaves: backends that haven't noticed yet, and a {@code postmaster.pid} whose number may by now
 * belong to somebody else, for which PostgreSQL would refuse to start. Every server process stands in its data folder,
 * which tells ours from all others.
 */
final class LeftBehind {
    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private LeftBehind() {}

    /** The server's main process, if it runs on this data folder now. */
    static Optional<ProcessHandle> running(Path data) {
        return recordedPid(data)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> standsIn(process, data));
    }

    /** Ends backends whose server is gone and removes its pid file; leaves a running server alone. */
    static void clear(Path data) {
        if (running(data).isPresent()) {
            return;
        }
        List<ProcessHandle> backends = ProcessHandle.allProcesses()
                .filter(process -> standsIn(process, data))
                .toList();
        backends.forEach(ProcessHandle::destroyForcibly);
        backends.forEach(LeftBehind::awaitEnd);
        try {
            if (Files.deleteIfExists(data.resolve("postmaster.pid"))) {
                LOG.info("cleared a killed server's leftovers folder={} backends={}", data, backends.size());
            }
        } catch (IOException e) {
            throw new GroundException("a killed server's pid file can't be removed: " + e.getMessage(), e);
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GroundException("interrupted while a killed server's backends ended", e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new GroundException("a killed server's backend " + process.pid() + " doesn't end", e);
        }
    }

    private static Optional<Long> recordedPid(Path data) {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        } catch (IOException | java.io.UncheckedIOException | NumberFormatException expected) {
            return Optional.empty();
        }
    }

    private static boolean standsIn(ProcessHandle process, Path data) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(data.toRealPath());
        } catch (IOException expected) {
            // Gone meanwhile, or another user's: not ours.
            return false;
        }
    }
}
