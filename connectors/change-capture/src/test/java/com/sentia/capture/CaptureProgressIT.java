package com.sentia.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.topics.Topics;
import com.sentia.testkit.TestingConnect;
import com.sentia.testkit.TestingKafka;
import com.sentia.testkit.TestingRegistry;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What progress says holds: no record behind it was changed before it. */
class CaptureProgressIT {
    private static TestingKafka kafka;
    private static TestingRegistry registry;

    @BeforeAll
    static void start() {
        kafka = TestingKafka.start();
        registry = TestingRegistry.start();
        CapturedPlant.prepareTopics(kafka, registry);
    }

    @AfterAll
    static void stop() {
        registry.close();
        kafka.close();
    }

    @Test
    void comesToEveryPartitionOfEveryTopicThoughNothingChanges() {
        long partitions = Arrays.stream(CapturedTable.values())
                .mapToLong(table -> table.topic().partitions())
                .sum();
        try (CapturedPlant plant = new CapturedPlant(kafka, registry);
                CapturedTopics topics = plant.topics();
                TestingConnect connect = plant.capture()) {
            topics.readUntil(
                    "progress everywhere, twice",
                    () -> topics.seen().size() >= 2 * partitions
                            && topics.seen().stream()
                                            .map(read -> read.topic() + read.partition())
                                            .distinct()
                                            .count()
                                    == partitions);

            assertThat(topics.seen())
                    .allMatch(read -> read.value() instanceof SourceProgress progress
                            && read.topic().equals("raw.sentia." + progress.getEntity())
                            && read.key().equals("progress/sentia/" + plant.unit() + "/" + progress.getEntity()));
        }
    }

    @Test
    void waitsForATransactionThatIsStillOpen() throws Exception {
        try (CapturedPlant plant = new CapturedPlant(kafka, registry);
                CapturedTopics topics = plant.topics();
                TestingConnect connect = plant.capture()) {
            topics.readUntil(
                    "a first progress",
                    () -> progress(topics)
                            .anyMatch(found -> found.getCompleteTo().isAfter(Instant.EPOCH)));
            try (Connection writer = plant.connect();
                    Statement statement = writer.createStatement()) {
                writer.setAutoCommit(false);
                statement.execute(PlantRows.run("R-open", 1));
                Instant written = Instant.parse(plant.ask("select to_char(clock_timestamp() at time zone 'UTC',"
                        + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
                plant.run(PlantRows.reading("PRESS-1/1"));
                topics.readUntil(
                        "marks made while it is open",
                        () -> progress(topics)
                                        .filter(found -> found.getAt().isAfter(written.plusSeconds(2)))
                                        .count()
                                >= 20);
                assertThat(progress(topics).map(SourceProgress::getCompleteTo)).allMatch(written::isAfter);
                writer.commit();
                topics.readUntil(
                        "what it wrote, and progress past it",
                        () -> !topics.records(Topics.RAW_SENTIA_PRODUCTION_RUN).isEmpty()
                                && progress(topics)
                                        .anyMatch(found -> found.getCompleteTo().isAfter(written)));
            }

            assertThat(brokenPromises(topics)).isEmpty();
        }
    }

    @Test
    void standsBehindEveryChangeItSpeaksOfWhateverIsWrittenAtOnce() throws Exception {
        try (CapturedPlant plant = new CapturedPlant(kafka, registry);
                CapturedTopics topics = plant.topics();
                TestingConnect connect = plant.capture()) {
            topics.readUntilTheLogIsRead();
            List<Thread> writers = Stream.of("a", "b", "c")
                    .map(name -> new Thread(() -> write(plant, name), "writer-" + name))
                    .toList();
            writers.forEach(Thread::start);
            for (Thread writer : writers) {
                writer.join();
            }
            topics.readUntil(
                    "all that was written",
                    () -> topics.records(Topics.RAW_SENTIA_MACHINE_READING).size() == 3 * 20 * 5);

            assertThat(progress(topics)).isNotEmpty();
            assertThat(brokenPromises(topics)).isEmpty();
        }
    }

    @Test
    void followsASimulatedClock() {
        try (CapturedPlant plant = new CapturedPlant(kafka, registry);
                CapturedTopics topics = plant.topics();
                TestingConnect connect = plant.capture()) {
            plant.run(
                    "insert into operations.simulated_clock (shows) values ('2031-05-01T10:00:00Z')",
                    PlantRows.reading("PRESS-1/1"));
            Instant shown = Instant.parse("2031-05-01T10:00:00Z");
            topics.readUntil(
                    "the simulated time",
                    () -> progress(topics)
                            .anyMatch(found -> found.getCompleteTo().equals(shown)));

            assertThat(progress(topics).map(SourceProgress::getCompleteTo)).noneMatch(shown::isBefore);
            assertThat(Winners.column(topics.records(Topics.RAW_SENTIA_MACHINE_READING), "updated_at"))
                    .isEqualTo("PRESS-1/1=2031-05-01T10:00:00Z");
        }
    }

    private static void write(CapturedPlant plant, String name) {
        try (Connection writer = plant.connect();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            for (int transaction = 0; transaction < 20; transaction++) {
                for (int row = 0; row < 5; row++) {
                    statement.execute(PlantRows.reading(name + "/" + transaction + "/" + row));
                    statement.execute("select pg_sleep(0.02)");
                }
                writer.commit();
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<SourceProgress> progress(CapturedTopics topics) {
        return topics.seen().stream()
                .map(CapturedTopics.Read::value)
                .filter(SourceProgress.class::isInstance)
                .map(SourceProgress.class::cast);
    }

    /** Rows changed before what their partition's progress in front of them called complete. */
    private static List<String> brokenPromises(CapturedTopics topics) {
        Map<String, Instant> completeTo = new HashMap<>();
        return topics.seen().stream()
                .filter(read -> {
                    String place = read.topic() + "-" + read.partition();
                    if (read.value() instanceof SourceProgress progress) {
                        completeTo.merge(place, progress.getCompleteTo(), (a, b) -> a.isAfter(b) ? a : b);
                        return false;
                    }
                    return read.value() instanceof RawRecord raw
                            && raw.getOp() == Op.UPSERT
                            && Instant.parse(Winners.payload(raw)
                                            .path("updated_at")
                                            .asText())
                                    .isBefore(completeTo.getOrDefault(place, Instant.EPOCH));
                })
                .map(CapturedTopics.Read::key)
                .toList();
    }
}
