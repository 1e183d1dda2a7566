package com.sentia.launcher.supervision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Things looked after again and again for as long as the stack runs, each in a thread of its own. */
public final class Keepers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keepers.class);

    private final List<Keeper> keepers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private record Keeper(String name, String needs, Duration every, Step.Action look) {}

    /**
     * Adds something to look after, beginning when the part or step it needs was first ready.
     *
     * @param every the pause between two looks
     */
    public void add(String name, String needs, Duration every, Step.Action look) {
        keepers.add(new Keeper(name, needs, every, look));
    }

    public void start(Board board) {
        for (Keeper keeper : keepers) {
            Thread thread = new Thread(() -> run(keeper, board), "keeper-" + keeper.name());
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void run(Keeper keeper, Board board) {
        try {
            if (!board.awaitReady(Set.of(keeper.needs()))) {
                return;
            }
            String lastTrouble = "";
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(keeper.every().toMillis());
                lastTrouble = look(keeper, lastTrouble);
            }
        } catch (InterruptedException expected) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same trouble is told once: while a part is down its keeper fails at every look. */
    private static String look(Keeper keeper, String lastTrouble) throws InterruptedException {
        try {
            keeper.look().run();
            return "";
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            String trouble = e.getClass().getSimpleName() + ": " + e.getMessage();
            if (!trouble.equals(lastTrouble)) {
                LOG.warn("keeper={} trouble={}", keeper.name(), trouble);
            }
            return trouble;
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(1).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
