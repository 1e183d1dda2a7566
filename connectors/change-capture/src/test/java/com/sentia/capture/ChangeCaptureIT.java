package com.sentia.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.normalizer.facts.Fact;
import com.sentia.normalizer.mapping.FxRateMapper;
import com.sentia.normalizer.mapping.MachineReadingMapper;
import com.sentia.normalizer.mapping.PayloadMapper;
import com.sentia.normalizer.mapping.ProductionRunMapper;
import com.sentia.normalizer.mapping.QualityInspectionMapper;
import com.sentia.schemas.FxRate;
import com.sentia.schemas.MachineReading;
import com.sentia.schemas.Op;
import com.sentia.schemas.ProductionRun;
import com.sentia.schemas.QualityInspection;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import com.sentia.testkit.TestingConnect;
import com.sentia.testkit.TestingKafka;
import com.sentia.testkit.TestingRegistry;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Debezium and the transform in a real worker, between a real database and a real broker. */
class ChangeCaptureIT {
    private static final Topic RUNS = Topics.RAW_SENTIA_PRODUCTION_RUN;

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
    void sendsRowsThatAreThereThenEveryChange() {
        try (CapturedPlant plant = new CapturedPlant(kafka, registry);
                CapturedTopics topics = plant.topics()) {
            plant.run(PlantRows.run("R-1", 0), PlantRows.run("R-2", 0));
            try (TestingConnect connect = plant.capture()) {
                topics.readUntil(
                        "the rows that are there", () -> topics.records(RUNS).size() == 2);
                plant.run(PlantRows.produced("R-1", 7), PlantRows.run("R-3", 1));
                plant.run("delete from operations.production_run where run_id = 'R-2'");
                topics.readUntil("the changes", () -> topics.records(RUNS).size() == 5);
            }

            assertThat(Winners.column(topics.records(RUNS), "produced_quantity"))
                    .isEqualTo("R-1=7,R-3=1");
            List<RawRecord> ended = topics.records(RUNS, "R-2");
            assertThat(ended).extracting(RawRecord::getOp).containsExactly(Op.UPSERT, Op.DELETE);
            assertThat(ended.get(1).getPayload()).isNull();
            assertThat(topics.records(RUNS)).allMatch(raw -> raw.getUnit().equals(plant.unit()));
            assertThat(topics.seen().stream()
                            .filter(read -> read.key().equals(plant.unit() + "/R-1"))
                            .map(CapturedTopics.Read::partition)
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void keepsTheOrderOfTheChangesOfOneTransaction() throws Exception {
        try (CapturedPlant plant = new CapturedPlant(kafka, registry);
                CapturedTopics topics = plant.topics();
                TestingConnect connect = plant.capture()) {
            topics.readUntilTheLogIsRead();
            try (Connection writer = plant.connect();
                    Statement statement = writer.createStatement()) {
                writer.setAutoCommit(false);
                statement.execute(PlantRows.run("R-1", 1));
                statement.execute(PlantRows.produced("R-1", 2));
                statement.execute("delete from operations.production_run where run_id = 'R-1'");
                statement.execute(PlantRows.run("R-1", 3));
                statement.execute(PlantRows.produced("R-1", 4));
                writer.commit();
            }
            topics.readUntil("the changes", () -> topics.records(RUNS).size() == 5);

            List<RawRecord> changes = topics.records(RUNS, "R-1");
            assertThat(changes).isSortedAccordingTo((a, b) -> Winners.ORDER.compare(a.getVersion(), b.getVersion()));
            assertThat(changes)
                    .extracting(RawRecord::getVersion)
                    .doesNotHaveDuplicates()
                    .extracting(version -> version.getUpdatedAtMicros())
                    .containsOnly(changes.get(0).getVersion().getUpdatedAtMicros());
            assertThat(Winners.column(changes, "produced_quantity")).isEqualTo("R-1=4");
        }
    }

    @Test
    void tellsAChangedKeyAsAnEndAndABeginning() {
        try (CapturedPlant plant = new CapturedPlant(kafka, registry);
                CapturedTopics topics = plant.topics();
                TestingConnect connect = plant.capture()) {
            topics.readUntilTheLogIsRead();
            plant.run(PlantRows.run("R-1", 5));
            plant.run("update operations.production_run set run_id = 'R-9' where run_id = 'R-1'");
            topics.readUntil("the changes", () -> topics.records(RUNS).size() == 3);

            assertThat(topics.records(RUNS, "R-1")).extracting(RawRecord::getOp).containsExactly(Op.UPSERT, Op.DELETE);
            assertThat(Winners.column(topics.records(RUNS), "produced_quantity"))
                    .isEqualTo("R-9=5");
        }
    }

    @Test
    void sendsABigValueThatAChangeLeftAlone() {
        try (CapturedPlant plant = new CapturedPlant(kafka, registry);
                CapturedTopics topics = plant.topics();
                TestingConnect connect = plant.capture()) {
            topics.readUntilTheLogIsRead();
            plant.run(
                    PlantRows.run("R-1", 1),
                    "update operations.production_run set materials = (select jsonb_agg(jsonb_build_object('sku',"
                            + " md5(n::text), 'standard_quantity', '1', 'actual_quantity', '1', 'standard_price', '1'))"
                            + " from generate_series(1, 1000) n)",
                    PlantRows.produced("R-1", 2));
            topics.readUntil("the changes", () -> topics.records(RUNS).size() == 3);

            assertThat(topics.records(RUNS).stream()
                            .map(raw -> Winners.payload(raw).path("materials").size()))
                    .containsExactly(1, 1_000, 1_000);
        }
    }

    @Test
    void endsAsCanonicalFacts() throws Exception {
        try (CapturedPlant plant = new CapturedPlant(kafka, registry);
                CapturedTopics topics = plant.topics()) {
            plant.run(PlantRows.run("R-1", 118), PlantRows.reading("PRESS-1/1"));
            try (TestingConnect connect = plant.capture()) {
                plant.run(PlantRows.inspection("QI-1"), PlantRows.rate("2026-03-02", "0.86123"));
                topics.readUntil(
                        "a record of each kind",
                        () -> topics.seen().stream()
                                        .filter(read -> read.value() instanceof RawRecord)
                                        .count()
                                == 4);
            }

            ProductionRun run = fact(topics, RUNS, new ProductionRunMapper(), ProductionRun.class);
            assertThat(run.getSku()).isEqualTo("LAMP-OAK");
            assertThat(run.getPlannedEndAt()).isEqualTo(Instant.parse("2026-03-02T09:00:00.5Z"));
            assertThat(run.getLabourMicros()).isEqualTo(59_850_000L);
            assertThat(run.getMaterials().get(0).getActualMicroUnits()).isEqualTo(240_500_000L);
            assertThat(run.getUpdatedAt()).isAfter(run.getPlannedEndAt());
            MachineReading reading =
                    fact(topics, Topics.RAW_SENTIA_MACHINE_READING, new MachineReadingMapper(), MachineReading.class);
            assertThat(reading.getMeasurements().get(0).getValueMicros()).isEqualTo(61_250_000L);
            QualityInspection inspection = fact(
                    topics,
                    Topics.RAW_SENTIA_QUALITY_INSPECTION,
                    new QualityInspectionMapper(),
                    QualityInspection.class);
            assertThat(inspection.getDefects().get(0).getQuantity()).isEqualTo(5);
            FxRate rate = fact(topics, Topics.RAW_SENTIA_FX_RATE, new FxRateMapper(), FxRate.class);
            assertThat(rate.getRateNanos()).isEqualTo(861_230_000L);
            assertThat(rate.getDay()).isEqualTo(LocalDate.of(2026, 3, 2));
            assertThat(rate.getRateId()).isEqualTo("EUR/GBP/2026-03-02");
        }
    }

    @Test
    void letsNoNameOutOfTheDatabase() {
        try (CapturedPlant plant = new CapturedPlant(kafka, registry);
                CapturedTopics topics = plant.topics()) {
            plant.run(PlantRows.run("R-1", 1), PlantRows.reading("PRESS-1/1"), PlantRows.target("company"));
            try (TestingConnect connect = plant.capture()) {
                topics.readUntil(
                        "the rows that are there",
                        () -> topics.records(Topics.RAW_SENTIA_TARGET).size() == 1);
                plant.run(PlantRows.produced("R-1", 2), PlantRows.inspection("QI-1"));
                plant.run("delete from operations.machine_reading", PlantRows.rate("2026-03-02", "0.86"));
                topics.readUntil(
                        "the changes",
                        () -> topics.records(Topics.RAW_SENTIA_FX_RATE).size() == 1);
            }

            assertThat(EveryTopic.of(kafka))
                    .anyMatch(text -> text.contains("LAMP-OAK"))
                    .noneMatch(text -> text.contains("Jane") || text.contains("badge 4711"));
        }
    }

    private static <T extends SpecificRecord> T fact(
            CapturedTopics topics, Topic topic, PayloadMapper mapper, Class<T> type) throws Exception {
        List<Fact> facts = mapper.map(topics.records(topic).get(0));
        return type.cast(facts.get(0).content());
    }
}
