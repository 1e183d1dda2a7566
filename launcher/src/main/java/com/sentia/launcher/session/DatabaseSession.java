package com.sentia.launcher.session;

import com.sentia.database.Ground;
import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.Distribution;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.HomeLock;
import com.sentia.launcher.home.Machine;
import com.sentia.launcher.home.Ports;
import com.sentia.launcher.parts.RunningDatabase;
import com.sentia.launcher.parts.Stack;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** A home's database alone, run by this launcher from {@link #open} until {@link #close} or the launcher's own end. */
public final class DatabaseSession implements AutoCloseable {
    private final HomeLock lock;
    private final Stack stack;
    private final RunningDatabase running;
    private final AtomicBoolean closing = new AtomicBoolean();

    private DatabaseSession(HomeLock lock, Stack stack, RunningDatabase running) {
        this.lock = lock;
        this.stack = stack;
        this.running = running;
    }

    /** Takes the home and starts its database; returns while it is still starting. */
    public static DatabaseSession open(Home home, Console console) {
        HomeLock lock = HomeLock.take(home.open());
        try {
            LauncherLog.to(home);
            Machine.require(home);
            Ports ports = Ports.of(home);
            Stack stack = new Stack(
                    home, ports, Distribution.own(), DatabasePrograms.prepare(home, ports, Ground.NONE, console));
            DatabaseSession session = new DatabaseSession(lock, stack, new RunningDatabase(stack, Clock.systemUTC()));
            Runtime.getRuntime().addShutdownHook(new Thread(session::close, "stop-database"));
            session.running.start();
            return session;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public Stack stack() {
        return stack;
    }

    /** Waits until the tables are there; says what stands in the way. */
    public void awaitReady(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!running.board().awaitReady(RunningDatabase.READY, Duration.ofSeconds(1))) {
            if (closing.get()) {
                throw new LauncherException("stopped while starting");
            }
            Trouble.throwIfHopeless(stack.home(), running.board());
            if (System.nanoTime() > end) {
                throw Trouble.notReady(stack.home(), running.board(), RunningDatabase.READY);
            }
        }
    }

    @Override
    public void close() {
        closing.set(true);
        synchronized (this) {
            running.close();
            lock.close();
        }
    }
}
