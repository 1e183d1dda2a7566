package com.sentia.launcher.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path home;

    private final List<Supervisor> supervisors = new ArrayList<>();

    @AfterEach
    void stopAll() {
        supervisors.forEach(Supervisor::close);
        Leftovers.of(home, home).forEach(Signals::kill);
    }

    @Test
    void startsAPartWhenWhatItNeedsIsReady() throws Exception {
        List<String> order = new ArrayList<>();
        Step step = new Step("tables", Set.of("database"), () -> order.add("tables"));
        Supervisor supervisor = start(List.of(part("api").needing("tables"), part("database")), List.of(step));

        awaitReady(supervisor, "api");

        assertThat(order).containsExactly("tables");
        assertThat(supervisor.board().state("api").since())
                .isAfterOrEqualTo(supervisor.board().state("tables").since());
    }

    @Test
    void startsAPartAgainThatWasKilled() throws Exception {
        Supervisor supervisor = start(List.of(part("kafka")), List.of());
        awaitReady(supervisor, "kafka");
        ProcessHandle first = supervisor.process("kafka").orElseThrow();

        first.destroyForcibly();

        await(() -> supervisor.board().state("kafka").restarts() == 1
                && supervisor.board().state("kafka").phase() == Phase.READY);
        assertThat(supervisor.process("kafka").orElseThrow().pid()).isNotEqualTo(first.pid());
    }

    @Test
    void countsStartsThatFailAndGoesOnTrying() throws Exception {
        Supervisor supervisor = start(List.of(new NeverReady(part("flink").running("exit 3"))), List.of());

        await(() -> supervisor.board().state("flink").failures() >= 2);

        assertThat(supervisor.board().state("flink").detail()).isEqualTo("ended with 3");
    }

    @Test
    void triesAStepAgainUntilItSucceeds() throws Exception {
        List<String> tries = new ArrayList<>();
        Step step = new Step("topics", Set.of(), () -> {
            tries.add("try");
            if (tries.size() < 3) {
                throw new IllegalStateException("not yet");
            }
        });
        Supervisor supervisor = start(List.of(), List.of(step));

        awaitReady(supervisor, "topics");

        assertThat(tries).hasSize(3);
    }

    @Test
    void leavesNoProcessWhenItIsClosed() throws Exception {
        Supervisor supervisor =
                start(List.of(part("kafka"), part("registry").running("sleep 600 & sleep 600")), List.of());
        awaitReady(supervisor, "kafka", "registry");
        await(() -> Leftovers.of(home, home).size() >= 3);

        supervisor.close();

        assertThat(Leftovers.of(home, home)).isEmpty();
        assertThat(home.resolve("run/kafka.pid")).doesNotExist();
    }

    @Test
    void stopsALowerRankBeforeAHigherOne() throws Exception {
        Path order = home.resolve("order");
        Supervisor supervisor = start(
                List.of(
                        part("database").running(tells("database", order)).stoppedAt(2),
                        part("connect").running(tells("connect", order)).stoppedAt(1)),
                List.of());
        awaitReady(supervisor, "database", "connect");
        await(() -> Files.exists(home.resolve("order.database")) && Files.exists(home.resolve("order.connect")));

        supervisor.close();

        assertThat(order).content().isEqualToIgnoringNewLines("connectdatabase");
    }

    /** A script that writes its name when it is told to end. */
    private static String tells(String name, Path order) {
        return "trap 'echo -n " + name + " >> " + order + "; exit 0' TERM; touch " + order + "." + name
                + "; while true; do sleep 0.05; done";
    }

    @Test
    void killsAPartThatDoesNotEndInTime() throws Exception {
        Path ready = home.resolve("ready");
        Supervisor supervisor = new Supervisor(
                List.of(part("kafka").running("trap '' TERM; touch " + ready + "; while true; do sleep 0.05; done")),
                List.of(),
                home,
                home.resolve("run"),
                home.resolve("logs"),
                Duration.ofMillis(300),
                Clock.systemUTC());
        supervisors.add(supervisor);
        supervisor.start();
        await(() -> Files.exists(ready));
        awaitReady(supervisor, "kafka");

        supervisor.close();

        // Its children end by themselves, a moment later.
        await(() -> Leftovers.of(home, home).isEmpty());
    }

    @Test
    void takesOverWhatAKilledLauncherLeft() throws Exception {
        Supervisor killed = start(List.of(part("kafka")), List.of());
        awaitReady(killed, "kafka");
        long pid = killed.process("kafka").orElseThrow().pid();

        Supervisor next = start(List.of(part("kafka")), List.of());
        awaitReady(next, "kafka");

        assertThat(next.process("kafka").orElseThrow().pid()).isEqualTo(pid);
    }

    @Test
    void replacesWhatAKilledLauncherLeftWhenItIsOutOfDate() throws Exception {
        Supervisor killed = start(List.of(part("kafka")), List.of());
        awaitReady(killed, "kafka");
        ProcessHandle old = killed.process("kafka").orElseThrow();
        killed.board().close();

        Supervisor next = start(List.of(part("kafka").withFingerprint("2")), List.of());
        awaitReady(next, "kafka");

        assertThat(next.process("kafka").orElseThrow().pid()).isNotEqualTo(old.pid());
        assertThat(old.isAlive()).isFalse();
    }

    private SleepingPart part(String name) {
        return SleepingPart.named(name, home);
    }

    private Supervisor start(List<Part> parts, List<Step> steps) {
        Supervisor supervisor = new Supervisor(
                parts,
                steps,
                home,
                home.resolve("run"),
                home.resolve("logs"),
                Duration.ofSeconds(5),
                Clock.systemUTC());
        supervisors.add(supervisor);
        supervisor.start();
        return supervisor;
    }

    private static void awaitReady(Supervisor supervisor, String... names) throws InterruptedException {
        assertThat(supervisor.board().awaitReady(List.of(names), LIMIT))
                .as("ready: %s", List.of(names))
                .isTrue();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /** A part whose process never answers. */
    private record NeverReady(SleepingPart part) implements Part {
        @Override
        public String name() {
            return part.name();
        }

        @Override
        public Set<String> needs() {
            return part.needs();
        }

        @Override
        public Command command() {
            return part.command();
        }

        @Override
        public boolean isReady() {
            return false;
        }

        @Override
        public int stopRank() {
            return part.stopRank();
        }
    }
}
