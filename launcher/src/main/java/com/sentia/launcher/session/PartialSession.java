package com.sentia.launcher.session;

import com.sentia.database.Ground;
import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.Distribution;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.HomeLock;
import com.sentia.launcher.home.Machine;
import com.sentia.launcher.home.Ports;
import com.sentia.launcher.parts.PartialStack;
import com.sentia.launcher.parts.Stack;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

/** Some parts of a stack in a home, run by this launcher from {@link #open} until {@link #close} or the launcher's own end. */
public final class PartialSession implements AutoCloseable {
    private final HomeLock lock;
    private final Stack stack;
    private final PartialStack running;
    private final AtomicBoolean closing = new AtomicBoolean();

    private PartialSession(HomeLock lock, Stack stack, PartialStack running) {
        this.lock = lock;
        this.stack = stack;
        this.running = running;
    }

    /**
     * Takes the home and starts the parts; returns while they are still starting.
     *
     * @param parts chooses them
     */
    public static PartialSession open(Home home, Console console, BiFunction<Stack, Clock, PartialStack> parts) {
        HomeLock lock = HomeLock.take(home.open());
        try {
            LauncherLog.to(home);
            Machine.require(home);
            Ports ports = Ports.of(home);
            Stack stack = new Stack(
                    home, ports, Distribution.own(), DatabasePrograms.prepare(home, ports, Ground.NONE, console));
            PartialSession session = new PartialSession(lock, stack, parts.apply(stack, Clock.systemUTC()));
            Runtime.getRuntime().addShutdownHook(new Thread(session::close, "stop-parts"));
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

    /** Waits until they can be used; says what stands in the way. */
    public void awaitReady(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!running.board().awaitReady(running.ready(), Duration.ofSeconds(1))) {
            if (closing.get()) {
                throw new LauncherException("stopped while starting");
            }
            Trouble.throwIfHopeless(stack.home(), running.board());
            if (System.nanoTime() > end) {
                throw Trouble.notReady(stack.home(), running.board(), running.ready());
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
