package com.sentia.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.database.Role;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import com.sentia.testkit.TestingConnect;
import com.sentia.testkit.TestingKafka;
import com.sentia.testkit.TestingRegistry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is stopped, cut off or lost: readers end with what the database holds. */
class CaptureRestartIT {
    private static final Topic RUNS = Topics.RAW_SENTIA_PRODUCTION_RUN;
    private static final String HELD =
            "select coalesce(string_agg(run_id || '=' || produced_quantity, ',' order by run_id"
                    + " collate \"C\"), '') from operations.production_run";

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
    void sendsEveryChangeOnceThoughWorkerTaskAndConnectionAreCutOff() throws Exception {
        try (CapturedPlant plant = new CapturedPlant(kafka, registry);
                CapturedTopics topics = plant.topics()) {
            Thread writer = new Thread(() -> writeRuns(plant), "writer");
            try (TestingConnect connect = plant.capture()) {
                topics.readUntilTheLogIsRead();
                writer.start();
                topics.readUntil("some changes", () -> topics.records(RUNS).size() >= 50);
                connect.restart(CapturedPlant.CONNECTOR);
                topics.readUntil("more", () -> topics.records(RUNS).size() >= 150);
                plant.run(
                        Role.OPERATIONS_CAPTURE,
                        "select pg_terminate_backend(active_pid) from pg_replication_slots where active");
                topics.readUntil("still more", () -> topics.records(RUNS).size() >= 250);
            }
            try (TestingConnect connect = plant.capture()) {
                writer.join();
                topics.readUntil(
                        "what the database holds",
                        () -> Winners.column(topics.records(RUNS), "produced_quantity")
                                .equals(plant.ask(HELD)));
            }

            assertThat(topics.records(RUNS).stream().map(raw -> raw.getId() + " " + raw.getVersion()))
                    .hasSize(600)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void readsAllAnewWhenTheSlotIsLostAndTellsWhatEndedMeanwhile() {
        try (CapturedPlant plant = new CapturedPlant(kafka, registry);
                CapturedTopics topics = plant.topics()) {
            plant.run(PlantRows.run("R-1", 1), PlantRows.run("R-2", 1), PlantRows.run("R-3", 1));
            try (TestingConnect connect = plant.capture()) {
                topics.readUntil("the rows", () -> topics.records(RUNS).size() == 3);
                plant.run(PlantRows.produced("R-3", 2));
                topics.readUntil("the change", () -> topics.records(RUNS).size() == 4);
            }
            plant.awaitNoReader();
            plant.run(Role.OPERATIONS_CAPTURE, "select pg_drop_replication_slot('sentia_capture')");
            plant.run(
                    PlantRows.produced("R-1", 5),
                    "delete from operations.production_run where run_id = 'R-2'",
                    PlantRows.run("R-4", 1));
            try (TestingConnect connect = plant.capture()) {
                topics.readUntil(
                        "what the database holds",
                        () -> Winners.column(topics.records(RUNS), "produced_quantity")
                                .equals(plant.ask(HELD)));
                plant.run(PlantRows.produced("R-4", 9));
                topics.readUntil(
                        "a change after it",
                        () -> Winners.column(topics.records(RUNS), "produced_quantity")
                                .equals("R-1=5,R-3=2,R-4=9"));
            }

            assertThat(topics.records(RUNS, "R-2")).extracting(RawRecord::getOp).containsExactly(Op.UPSERT, Op.DELETE);
            List<RawRecord> unchanged = topics.records(RUNS, "R-3");
            assertThat(unchanged).hasSize(3);
            assertThat(unchanged.get(2).getPayload()).isEqualTo(unchanged.get(1).getPayload());
            assertThat(unchanged.get(2).getVersion().getUpdatedAtMicros())
                    .as("a snapshot gives a row the commit time that the log gave its last change")
                    .isEqualTo(unchanged.get(1).getVersion().getUpdatedAtMicros());
        }
    }

    @Test
    void endsRightThoughASnapshotIsCutOffWhileRowsChange() {
        try (CapturedPlant plant = new CapturedPlant(kafka, registry);
                CapturedTopics topics = plant.topics()) {
            plant.run("insert into operations.production_run (run_id, lot_id, operation, status, line, warehouse, sku,"
                    + " planned_start_at, planned_end_at, planned_quantity, ideal_cycle_millis, currency, updated_at)"
                    + " select 'R-' || n, 'L-1', 'assemble', 'PLANNED', 'LINE-1', 'LEEDS', 'LAMP', now(), now(), 1, 1,"
                    + " 'GBP', operations.source_clock() from generate_series(1, 30000) n");
            try (TestingConnect connect = plant.capture()) {
                topics.readUntil("a part", () -> topics.records(RUNS).size() >= 1_000);
                plant.run(PlantRows.produced("R-1", 3), PlantRows.produced("R-29999", 3));
            }
            plant.run(PlantRows.produced("R-2", 3), "delete from operations.production_run where run_id = 'R-3'");
            try (TestingConnect connect = plant.capture()) {
                plant.run(PlantRows.produced("R-30000", 3));
                String held = plant.ask(HELD);
                topics.readUntil(
                        "what the database holds",
                        () -> topics.records(RUNS).size() >= 30_000
                                && Winners.column(topics.records(RUNS), "produced_quantity")
                                        .equals(held));
            }
        }
    }

    @Test
    void stopsAtATruncateThatTheDatabaseDidNotRefuse() {
        try (CapturedPlant plant = new CapturedPlant(kafka, registry);
                CapturedTopics topics = plant.topics();
                TestingConnect connect = plant.capture()) {
            topics.readUntilTheLogIsRead();
            plant.run(PlantRows.run("R-1", 1));
            topics.readUntil("the row", () -> topics.records(RUNS).size() == 1);
            plant.run(
                    "alter table operations.production_run disable trigger refuse_truncate",
                    "truncate operations.production_run");
            topics.readUntil(
                    "a task that failed",
                    () -> connect.status(CapturedPlant.CONNECTOR).tasks().stream()
                            .anyMatch(task -> task.state().equals("FAILED")
                                    && task.trace().contains("production_run: was truncated")));
        }
    }

    private static void writeRuns(CapturedPlant plant) {
        IntStream.range(0, 300).forEach(n -> {
            String id = "R-" + (1_000 + n);
            plant.run(PlantRows.run(id, 0), PlantRows.produced(id, n));
        });
    }
}
