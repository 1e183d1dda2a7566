package com.sentia.launcher.supervision;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a set of parts and steps until told to stop; everything in it is stopped in order, by force if need be. */
public final class Supervisor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private static final Duration THREAD_PATIENCE = Duration.ofSeconds(1);

    private final Board board;
    private final List<PartRunner> parts = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Duration patiencePerRank;
    private boolean stopped;

    /**
     * @param home marks the processes, see {@link Leftovers}
     * @param runFolder takes pid files
     * @param logFolder takes what parts print
     * @param patiencePerRank how long parts of one rank may take to end before they are killed
     */
    public Supervisor(
            List<Part> parts,
            List<Step> steps,
            Path home,
            Path runFolder,
            Path logFolder,
            Duration patiencePerRank,
            Clock clock) {
        this.board = new Board(clock);
        this.patiencePerRank = patiencePerRank;
        for (Part part : parts) {
            board.add(part.name());
            PartRunner runner =
                    new PartRunner(part, board, home, runFolder, new PartLog(logFolder.resolve(part.name() + ".log")));
            this.parts.add(runner);
            threads.add(daemon(runner, "part-" + part.name()));
        }
        for (Step step : steps) {
            board.add(step.name());
            threads.add(daemon(new StepRunner(step, board), "step-" + step.name()));
        }
    }

    private static Thread daemon(Runnable body, String name) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        return thread;
    }

    public void start() {
        threads.forEach(Thread::start);
    }

    public Board board() {
        return board;
    }

    /** The part's running process, for a look or a kill. */
    public Optional<ProcessHandle> process(String part) {
        return parts.stream()
                .filter(runner -> runner.part().name().equals(part))
                .findFirst()
                .flatMap(PartRunner::process);
    }

    /** The running processes of all parts, by the part's name. */
    public Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> processes = new TreeMap<>();
        parts.forEach(runner -> runner.process()
                .ifPresent(process -> processes.put(runner.part().name(), process)));
        return processes;
    }

    /** Stops everything in order of rank and returns when nothing runs any more; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (stopped) {
            return;
        }
        stopped = true;
        parts.forEach(PartRunner::stopRestarting);
        board.close();
        threads.forEach(Thread::interrupt);
        threads.forEach(Supervisor::awaitEnd);
        parts.stream()
                .collect(Collectors.groupingBy(runner -> runner.part().stopRank(), TreeMap::new, Collectors.toList()))
                .values()
                .forEach(this::stopTogether);
    }

    /** A runner that was about to start a process has either done so or never will. */
    private static void awaitEnd(Thread thread) {
        try {
            thread.join(THREAD_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopTogether(List<PartRunner> rank) {
        List<PartRunner> running =
                rank.stream().filter(runner -> runner.process().isPresent()).toList();
        List<ProcessHandle> tree = running.stream()
                .map(PartRunner::process)
                .flatMap(Optional::stream)
                .flatMap(Supervisor::withDescendants)
                .toList();
        running.forEach(runner ->
                runner.process().ifPresent(process -> Signals.send(runner.part().stopSignal(), process)));
        Function<PartRunner, String> name = runner -> runner.part().name();
        if (!Signals.awaitEnd(tree, patiencePerRank)) {
            List<String> late = running.stream()
                    .filter(runner -> runner.process().isPresent())
                    .map(name)
                    .toList();
            LOG.warn("killed after patience ran out parts={}", late);
            tree.forEach(Signals::kill);
        }
        rank.forEach(PartRunner::forget);
        LOG.info("stopped parts={}", rank.stream().map(name).toList());
    }

    private static java.util.stream.Stream<ProcessHandle> withDescendants(ProcessHandle process) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(process), process.descendants());
    }
}
