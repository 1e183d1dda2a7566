package com.sentia.connectors.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.contract.ConnectorUnderTest.VendorFault;
import com.sentia.schemas.ConnectorNotice;
import com.sentia.schemas.NoticeKind;
import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import com.sentia.testkit.TestingConnect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every connector holds, in a real worker on a real broker, exactly once: whatever is stopped or goes wrong, a reader ends with what an
 * undisturbed run gives, and nothing stands there twice. {@code -Dcontract.seed=N} makes a run again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SourceConnectorContract {
    private static final int STOPS = 2;
    private static final int RANDOM_FAULTS = 12;

    private final long seed = Long.getLong("contract.seed", new Random().nextLong(1_000_000));
    private final Random random = new Random(seed);
    private final AtomicInteger runs = new AtomicInteger();

    @TempDir
    @SuppressWarnings("NullAway.Init") // made before all tests
    static Path folder;

    private ContractStack stack;
    private TestingConnect worker;
    private Contents undisturbed;

    /** A new subject, in a folder of its own. */
    protected abstract ConnectorUnderTest subject(Path home) throws Exception;

    @BeforeAll
    final void readUndisturbed() throws Exception {
        stack = new ContractStack();
        worker = TestingConnect.start(stack.kafka(), "shared");
        try (Run run = run()) {
            run.begin(worker);
            run.readToTheEnd();
            undisturbed = Contents.of(run.topics().records());
            assertThat(undisturbed.size()).isGreaterThan(RANDOM_FAULTS);
            Contents.assertNothingTwice(run.topics().records());
        }
    }

    @AfterAll
    final void stop() {
        worker.close();
        stack.close();
    }

    @Test
    final void endsTheSameThoughTheWorkerIsKilledAnywhere() throws Exception {
        try (Run run = run()) {
            run.killedAt(points());
            run.assertEndsAs(undisturbed);
        }
    }

    @Test
    final void endsTheSameThoughTasksAndWorkersAreStoppedAnywhere() throws Exception {
        try (Run run = run()) {
            for (int point : points()) {
                try (TestingConnect own = run.ownWorker()) {
                    run.putInto(own);
                    run.readRecords(point - point / 4);
                    own.restart(run.name());
                    run.readRecords(point);
                }
            }
            try (TestingConnect own = run.ownWorker()) {
                run.readToTheEnd();
                assertThat(own.status(run.name()).tasks())
                        .allMatch(task -> task.state().equals("RUNNING"));
            }
            run.assertEndsAs(undisturbed);
        }
    }

    @TestFactory
    final Stream<DynamicTest> readsAllThroughEachFault() throws Exception {
        List<String> names;
        try (ConnectorUnderTest any = subject(folder())) {
            names = any.faults().stream().map(VendorFault::name).toList();
        }
        return names.stream().map(name -> DynamicTest.dynamicTest(name, () -> readsAllThrough(name)));
    }

    private void readsAllThrough(String name) throws Exception {
        try (Run run = run()) {
            VendorFault fault = run.subject().faults().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            fault.strike().run();
            run.with(fault.config());
            run.begin(worker);
            run.readRecords(1);
            fault.strike().run();
            run.readToTheEnd();
            run.assertEndsAs(undisturbed);
        }
    }

    @Test
    final void endsTheSameThroughFaultsAndRestartsAtRandom() throws Exception {
        try (Run run = run()) {
            List<VendorFault> faults = run.subject().faults().stream()
                    .filter(fault -> fault.config().isEmpty())
                    .toList();
            run.begin(worker);
            for (int i = 0; i < RANDOM_FAULTS; i++) {
                faults.get(random.nextInt(faults.size())).strike().run();
                run.readRecords(random.nextInt(undisturbed.size() / 2));
                if (random.nextInt(RANDOM_FAULTS) == 0) {
                    worker.restart(run.name());
                }
            }
            run.readToTheEnd();
            run.assertEndsAs(undisturbed);
        }
    }

    @Test
    final void readsOnWhileTokensRotateAndThoughItIsKilledWhenOneWasRotatedAndTheAnswerLost() throws Exception {
        try (Run run = run()) {
            assumeThat(run.subject().rotation())
                    .as("the vendor's tokens rotate")
                    .isPresent();
            ConnectorUnderTest.Rotation rotation = run.subject().rotation().orElseThrow();
            rotation.loseNextAnswer();
            run.with(rotation.config());
            run.killedWhen(() -> rotation.given() >= 1);
            int before = rotation.given();
            run.killedWhen(() -> rotation.given() > before);
            run.killedAt();

            run.assertEndsAs(undisturbed);
            assertThat(rotation.refused())
                    .as("tokens asked for with what is no longer good")
                    .isZero();
            TokenTraces.assertNone(stack.kafka(), rotation.traces());
        }
    }

    @Test
    final void announcesAGapBeforeTheCursorMovesAndClosesIt() throws Exception {
        try (Run run = run();
                CommittedTopics notices = stack.topics(List.of(Topics.CONNECTOR_NOTICE))) {
            assumeThat(run.subject().miscount(true)).as("the vendor counts").isTrue();
            SourceUnit first = run.subject().feeds().keySet().iterator().next();
            run.begin(worker);
            notices.readUntil("a gap told", () -> has(notices, NoticeKind.COMPLETENESS_GAP, first.unit()));
            run.readRecords(undisturbed.size());
            assertThat(run.topics().values(SourceProgress.class))
                    .filteredOn(progress -> progress.getUnit().equals(first.unit())
                            && progress.getEntity().equals(first.entity()))
                    .isEmpty();

            run.subject().miscount(false);
            run.readToTheEnd();
            run.assertEndsAs(undisturbed);
        }
    }

    @Test
    final void handsOnDeletesAsTheLastWordThoughTheTaskIsStopped() throws Exception {
        try (Run run = run()) {
            run.begin(worker);
            run.readToTheEnd();
            Set<String> gone = run.subject().delete();
            assertThat(gone).isNotEmpty();
            worker.restart(run.name());
            run.topics()
                    .readUntil(
                            "deletes of " + gone.size() + " records",
                            () -> Contents.of(run.topics().records()).deleted().containsAll(gone));

            assertThat(Contents.of(run.topics().records()).deleted()).isEqualTo(gone);
        }
    }

    @Test
    final void readsTheOtherUnitsThoughOneIsRefused() throws Exception {
        try (Run run = run();
                CommittedTopics notices = stack.topics(List.of(Topics.CONNECTOR_NOTICE))) {
            String refused = run.subject().refusedUnit();
            run.subject().refuse();
            run.begin(worker);
            notices.readUntil("a unit told as stopped", () -> has(notices, NoticeKind.UNIT_STOPPED, refused));
            run.readToTheEnd(feed -> !feed.unit().equals(refused));

            assertThat(worker.status(run.name()).tasks())
                    .allMatch(task -> task.state().equals("RUNNING"));
            Contents read = Contents.of(run.topics().records());
            assertThat(read.ofUnit(refused).size()).isZero();
            run.subject().feeds().keySet().stream()
                    .map(SourceUnit::unit)
                    .filter(unit -> !unit.equals(refused))
                    .distinct()
                    .forEach(unit -> read.ofUnit(unit).assertSameAs(undisturbed.ofUnit(unit)));
        }
    }

    private static boolean has(CommittedTopics notices, NoticeKind kind, String unit) {
        return notices.values(ConnectorNotice.class).stream()
                .anyMatch(notice -> notice.getKind() == kind && notice.getUnit().equals(unit));
    }

    private int[] points() {
        return random.ints(STOPS, 1, undisturbed.size()).sorted().toArray();
    }

    private Path folder() throws IOException {
        return Files.createDirectories(folder.resolve("run-" + runs.incrementAndGet()));
    }

    private Run run() throws Exception {
        Path home = folder();
        ConnectorUnderTest subject = subject(home);
        List<Topic> topics = new ArrayList<>(subject.feeds().values());
        return new Run(String.valueOf(home.getFileName()), seed, stack, subject, stack.topics(topics));
    }
}
