package com.sentia.launcher.supervision;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one part running: waits for what it needs, starts it or takes it over, starts it again when it dies. */
final class PartRunner implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(PartRunner.class);
    private static final long PROBE_EVERY_MS = 100;
    private static final long WATCH_EVERY_MS = 1_000;

    private final Part part;
    private final Board board;
    private final Path home;
    private final PartLog log;
    private final PidFile pidFile;
    private volatile boolean stopping;
    private volatile @Nullable Child child;

    PartRunner(Part part, Board board, Path home, Path runFolder, PartLog log) {
        this.part = part;
        this.board = board;
        this.home = home;
        this.log = log;
        this.pidFile = new PidFile(runFolder.resolve(part.name() + ".pid"));
    }

    Part part() {
        return part;
    }

    Optional<ProcessHandle> process() {
        Child running = child;
        return running == null || !running.isAlive() ? Optional.empty() : Optional.of(running.handle());
    }

    /** From now on the part isn't started again. */
    void stopRestarting() {
        stopping = true;
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                if (!board.awaitReady(part.needs())) {
                    break;
                }
                runOnce();
                Thread.sleep(Backoff.before(board.state(part.name()).failures()).toMillis());
            }
        } catch (InterruptedException expected) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOnce() throws InterruptedException {
        try {
            Child started = adoptOrStart();
            board.change(part.name(), (state, now) -> state.starting(now, started.pid()));
            if (!awaitReadiness(started)) {
                failed(started, started.isAlive() ? "not ready in time" : started.end());
                return;
            }
            part.whenReady();
            board.change(part.name(), PartState::ready);
            LOG.info("part={} ready pid={}", part.name(), started.pid());
            awaitDeath(started);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.warn("part={} start failed", part.name(), e);
            Child started = child;
            if (started == null) {
                countFailure(String.valueOf(e.getMessage()));
            } else {
                failed(started, String.valueOf(e.getMessage()));
            }
        }
    }

    private Child adoptOrStart() throws Exception {
        Command command = part.command();
        Optional<ProcessHandle> left = pidFile.running();
        if (left.isPresent()) {
            boolean same = pidFile.read()
                    .map(entry -> entry.fingerprint().equals(command.fingerprint()))
                    .orElse(false);
            if (same) {
                LOG.info("part={} adopted pid={}", part.name(), left.get().pid());
                return remember(Child.adopt(left.get()));
            }
            LOG.info(
                    "part={} left by another launcher is out of date, ends pid={}",
                    part.name(),
                    left.get().pid());
            endInOrder(left.get());
        }
        part.beforeStart();
        log.rotate();
        Child started = remember(Child.start(command, log.file(), home));
        Optional<ProcessIdentity> identity = started.identity();
        if (identity.isPresent()) {
            pidFile.write(new PidFile.Entry(identity.get(), command.fingerprint()));
        }
        LOG.info("part={} started pid={}", part.name(), started.pid());
        return started;
    }

    private Child remember(Child started) {
        child = started;
        return started;
    }

    private void endInOrder(ProcessHandle process) {
        Signals.send(part.stopSignal(), process);
        if (!Signals.awaitEnd(java.util.List.of(process), Duration.ofSeconds(10))) {
            Signals.kill(process);
        }
    }

    private boolean awaitReadiness(Child started) throws InterruptedException {
        long end = System.nanoTime() + part.startLimit().toNanos();
        while (!stopping && started.isAlive() && System.nanoTime() < end) {
            if (part.isReady() && started.isAlive()) {
                return true;
            }
            Thread.sleep(PROBE_EVERY_MS);
        }
        return false;
    }

    private void awaitDeath(Child started) throws InterruptedException {
        while (!started.awaitEnd(WATCH_EVERY_MS)) {
            log.trim();
        }
        if (!stopping) {
            LOG.warn("part={} {} pid={}, starts again", part.name(), started.end(), started.pid());
            board.change(part.name(), (state, now) -> state.died(now, started.end()));
        }
    }

    private void failed(Child started, String why) {
        Signals.kill(started.handle());
        child = null;
        if (!stopping) {
            countFailure(why);
        }
    }

    private void countFailure(String why) {
        board.change(part.name(), (state, now) -> state.failed(now, why));
        int failures = board.state(part.name()).failures();
        LOG.warn("part={} didn't get ready why={} inARow={}", part.name(), why, failures);
        try {
            part.startFailed(failures);
        } catch (Exception e) {
            LOG.warn("part={} repair failed", part.name(), e);
        }
    }

    /** After the process ended: nothing is left to be found by a later launcher. */
    void forget() {
        try {
            pidFile.delete();
        } catch (IOException e) {
            LOG.warn("pid file of {} can't be deleted: {}", part.name(), e.getMessage());
        }
        board.change(part.name(), PartState::stopped);
    }
}
