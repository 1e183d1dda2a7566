package com.sentia.connectors.kit.contract;

import static org.assertj.core.api.Assertions.assertThatNoException;

import com.sentia.connectors.kit.SourceUnit;
import com.sentia.schemas.topics.Topic;
import com.sentia.testkit.ConnectProcess;
import com.sentia.testkit.TestingConnect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** One run of a subject: a connector of its own, what it has written, and what it ends with. */
final class Run implements AutoCloseable {
    private final String name;
    private final long seed;
    private final ContractStack stack;
    private final ConnectorUnderTest subject;
    private final CommittedTopics topics;
    private Map<String, String> more = Map.of();
    private Optional<TestingConnect> sharedWorker = Optional.empty();

    Run(String name, long seed, ContractStack stack, ConnectorUnderTest subject, CommittedTopics topics) {
        this.name = name;
        this.seed = seed;
        this.stack = stack;
        this.subject = subject;
        this.topics = topics;
    }

    /** The connector's, and that of the group of its own workers. */
    String name() {
        return name;
    }

    ConnectorUnderTest subject() {
        return subject;
    }

    CommittedTopics topics() {
        return topics;
    }

    /** Settings besides the subject's own, from now on; those without a text are taken away. */
    void with(Map<String, String> settings) {
        more = settings;
    }

    /** Starts the connector in a worker it shares with others, for as long as the run lasts. */
    void begin(TestingConnect worker) {
        putInto(worker);
        sharedWorker = Optional.of(worker);
    }

    void putInto(TestingConnect worker) {
        worker.put(name, config());
    }

    /** A worker of its own in this process, that is stopped as workers should be; the caller closes it. */
    TestingConnect ownWorker() {
        return TestingConnect.start(stack.kafka(), name);
    }

    /** Kills a worker of its own each time so many records were read, then lets one go on to the end. */
    void killedAt(int... points) {
        for (int point : points) {
            killedWhen(() -> topics.records().size() >= point);
        }
        try (ConnectProcess worker = process()) {
            readToTheEnd();
        }
    }

    /** Kills a worker of its own as soon as something is so. */
    void killedWhen(BooleanSupplier condition) {
        try (ConnectProcess worker = process()) {
            topics.readUntil("what to kill the worker at, seed " + seed, condition);
            worker.kill();
        }
    }

    void readRecords(int count) {
        topics.readUntil(
                count + " records, seed " + seed, () -> topics.records().size() >= count);
    }

    /** Until every feed is told complete. */
    void readToTheEnd() {
        readToTheEnd(feed -> true);
    }

    /** Until each of some feeds is told complete. */
    void readToTheEnd(Predicate<SourceUnit> wanted) {
        List<Map.Entry<SourceUnit, Topic>> feeds = subject.feeds().entrySet().stream()
                .filter(feed -> wanted.test(feed.getKey()))
                .toList();
        topics.readUntil(
                "progress of " + feeds.stream().map(Map.Entry::getKey).toList() + ", seed " + seed,
                () -> feeds.stream().allMatch(feed -> topics.isComplete(feed.getKey(), feed.getValue())));
    }

    void assertEndsAs(Contents wanted) {
        assertThatNoException().as("seed " + seed).isThrownBy(() -> {
            Contents.of(topics.records()).assertSameAs(wanted);
            Contents.assertNothingTwice(topics.records());
        });
    }

    @Override
    public void close() throws Exception {
        sharedWorker.ifPresent(worker -> worker.delete(name));
        topics.close();
        subject.close();
    }

    private ConnectProcess process() {
        ConnectProcess worker = ConnectProcess.start(stack.kafka(), name);
        worker.put(name, config());
        return worker;
    }

    private Map<String, String> config() {
        Map<String, String> config = new HashMap<>(subject.config(stack));
        config.putAll(more);
        config.values().removeIf(String::isEmpty);
        config.put("exactly.once.support", "required");
        return config;
    }
}
