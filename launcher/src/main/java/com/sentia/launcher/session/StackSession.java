package com.sentia.launcher.session;

import com.sentia.database.Ground;
import com.sentia.database.PostgresServer;
import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.Distribution;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.HomeLock;
import com.sentia.launcher.home.Machine;
import com.sentia.launcher.home.Ports;
import com.sentia.launcher.parts.PartNames;
import com.sentia.launcher.parts.RunningStack;
import com.sentia.launcher.parts.Stack;
import com.sentia.launcher.parts.StackOptions;
import com.sentia.launcher.supervision.Board;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A home's stack, run by this launcher from {@link #open} until {@link #close}, which also happens when the launcher is
 * told to end (Ctrl-C, SIGTERM).
 */
public final class StackSession implements AutoCloseable {
    private static final Duration BOARD_EVERY = Duration.ofMillis(500);

    private final HomeLock lock;
    private final Stack stack;
    private final RunningStack running;
    private final AtomicBoolean closing = new AtomicBoolean();

    private StackSession(HomeLock lock, Stack stack, RunningStack running) {
        this.lock = lock;
        this.stack = stack;
        this.running = running;
    }

    /**
     * Checks the machine, takes the home and starts its stack; returns while parts are still starting.
     *
     * @param required the least database ground that will do
     * @throws LauncherException with one line, when anything stands in the way
     */
    public static StackSession open(Home home, Ground required, StackOptions options, Console console) {
        HomeLock lock = HomeLock.take(home.open());
        LauncherLog.to(home);
        try {
            Machine.require(home);
            Ports ports = Ports.of(home);
            Orphans orphans = new Orphans(home);
            orphans.endStrays(parts(options));
            if (orphans.all().isEmpty()) {
                Machine.requireFree(ports, ports.taken());
            }
            PostgresServer database = DatabasePrograms.prepare(home, ports, required, console);
            Stack stack = new Stack(home, ports, Distribution.own(), database);
            StackSession session = new StackSession(lock, stack, new RunningStack(stack, options, Clock.systemUTC()));
            session.start();
            return session;
        } catch (IOException e) {
            lock.close();
            throw new LauncherException("the stack can't be prepared: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Set<String> parts(StackOptions options) {
        Set<String> parts = new TreeSet<>(PartNames.PROCESSES);
        if (options.simulator().isEmpty()) {
            parts.remove(PartNames.SIMULATOR);
        }
        return parts;
    }

    private void start() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
        Thread boardWriter = new Thread(this::keepBoard, "board-file");
        boardWriter.setDaemon(true);
        boardWriter.start();
        running.start();
    }

    public Stack stack() {
        return stack;
    }

    public RunningStack running() {
        return running;
    }

    public Board board() {
        return running.supervisor().board();
    }

    /** Whether the stack is on its way down. */
    public boolean isClosing() {
        return closing.get();
    }

    private void keepBoard() {
        try {
            while (!closing.get()) {
                BoardFile.write(stack.home(), board().states());
                Thread.sleep(BOARD_EVERY.toMillis());
            }
        } catch (IOException e) {
            Logger log = LoggerFactory.getLogger(StackSession.class);
            log.warn("the state of the parts can't be written: {}", e.getMessage());
        } catch (InterruptedException expected) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for what must be ready before the stack counts as up; says which part doesn't come up. */
    public void awaitReady(List<String> names, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!board().awaitReady(names, Duration.ofSeconds(1))) {
            if (closing.get()) {
                throw new LauncherException("stopped while starting");
            }
            Trouble.throwIfHopeless(stack.home(), board());
            if (System.nanoTime() > end) {
                throw Trouble.notReady(stack.home(), board(), names);
            }
        }
    }

    @Override
    public void close() {
        closing.set(true);
        synchronized (this) {
            running.close();
            try {
                BoardFile.delete(stack.home());
            } catch (IOException expected) {
                // A stale file names processes that are gone; readers see that.
            }
            lock.close();
        }
    }
}
