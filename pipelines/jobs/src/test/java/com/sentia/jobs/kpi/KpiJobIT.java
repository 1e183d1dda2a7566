package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.kpi.SalesCatalogue;
import com.sentia.database.Role;
import com.sentia.runtime.JobEnvironment;
import com.sentia.runtime.KafkaAddress;
import com.sentia.schemas.OrderStatus;
import com.sentia.schemas.topics.TopicPreparation;
import com.sentia.schemas.topics.Topics;
import com.sentia.testkit.TestingKafka;
import com.sentia.testkit.TestingPostgres;
import com.sentia.testkit.TestingRegistry;
import com.sentia.timescale.DatabaseAddress;
import com.sentia.timescale.Migrate;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The job as it runs in production, between a real broker and a real database. */
class KpiJobIT {
    private static final Instant MORNING = Instant.parse("2026-06-01T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final long POLL_NANOS = 50_000_000L;
    private static final Instant NEXT_DAY = Instant.parse("2026-06-02T08:00:00Z");

    @RegisterExtension
    private static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
                    .setNumberTaskManagers(1)
                    .setNumberSlotsPerTaskManager(2)
                    .build());

    private final TestingPostgres postgres = TestingPostgres.shared();
    private final TestingKafka kafka = TestingKafka.start();
    private final TestingRegistry registry = TestingRegistry.start();

    @TempDir
    private Path folder;

    @BeforeEach
    void prepare() throws Exception {
        postgres.reset();
        Migrate.run(address(Role.SENTIA_OWNER), Role.SENTIA_WRITER.user(), Role.SENTIA_READER.user());
        try (Admin admin = kafka.admin()) {
            new TopicPreparation(
                            admin, new CachedSchemaRegistryClient(registry.uri().toString(), 100))
                    .prepare(Topics.ALL);
        }
    }

    @AfterEach
    void stop() {
        registry.close();
        kafka.close();
    }

    @Test
    void countsFinalisesRestatesAndGoesOnFromASavepointWithAnotherParallelism() throws Exception {
        try (SalesTopics topics = new SalesTopics(kafka.bootstrap(), registry.uri())) {
            topics.order("1", MORNING, MORNING, OrderStatus.PLACED, "A", 3);
            topics.order("2", MORNING.plusSeconds(90), MORNING.plusSeconds(90), OrderStatus.PLACED, "B", 4);
            topics.garbage();
            JobClient job = start(1, null);
            await(
                    "select value from kpi_change_point where kpi = 'net_sales' and dimensions = '{}'"
                            + " and time_window = 'day' and state = 'OPEN'",
                    "7.000000");
            await(
                    "select string_agg(kind || ' ' || coalesce(attributes ->> 'sku', ''), ', ' order by kind) from current_fact"
                            + " where entity = 'order/" + SalesTopics.UNIT + "/1'",
                    "goods A, order , placement ");
            topics.refund("r1", "1", MORNING.plusSeconds(7_200), "A", 1);
            topics.progress(NEXT_DAY);
            await(
                    "select value from kpi_change_point where kpi = 'net_sales' and dimensions = '{}'"
                            + " and time_window = 'day' and state = 'FINAL'",
                    "6.000000");
            await("select count(*) from source_progress where complete_to = '2026-06-02T08:00:00Z'", "1");
            await("select final_to at time zone 'UTC' from kpi_writer where job = 'kpi'", "2026-06-02 08:00:00");
            await(
                    "select stage || ' ' || reason || ' ' || source_topic || ' ' || encode(value, 'hex') from dead_letter",
                    "kpi-job undecodable-record sales.order.v1 010203");

            String savepoint = job.stopWithSavepoint(false, folder.toString(), SavepointFormatType.NATIVE)
                    .get(60, TimeUnit.SECONDS);
            JobClient again = start(2, savepoint);
            topics.order("2", MORNING.plusSeconds(90), NEXT_DAY, OrderStatus.CANCELLED, "B", 4);
            topics.progress(NEXT_DAY.plusSeconds(60));
            await(
                    "select value from kpi_change_point where kpi = 'net_sales' and dimensions = '{}'"
                            + " and time_window = 'day' and state = 'RESTATED'",
                    "2.000000");
            await(
                    "select first_delta from kpi_restatement join kpi_series using (series_id)"
                            + " where kpi = 'net_sales' and dimensions = '{}' and time_window = 'day'"
                            + " and cause_key = 'order/" + SalesTopics.UNIT + "/2' and cause_kind = 'CANCEL'",
                    "-4.000000");
            await(
                    "select value from kpi_value_history join kpi_series using (series_id)"
                            + " where kpi = 'net_sales' and dimensions = '{}' and time_window = 'day'",
                    "6.000000");
            await(
                    "select trim_scale(known.value) from kpi_value_history h join kpi_series s using (series_id),"
                            + " kpi_value_as_of('net_sales', '{}', 'day', h.window_end, h.valid_to - interval '1 microsecond') known"
                            + " where s.kpi = 'net_sales' and s.dimensions = '{}' and s.time_window = 'day'",
                    "6");
            await(
                    "select value || ' ' || (components ->> 'gross_sales') || ' ' || (measures -> 0 ->> 'total') || ' '"
                            + " || (components ->> 'returns') || ' ' || (measures -> 2 ->> 'total') || ' ' || state"
                            + " from kpi_explain('net_sales', '{}', 'day')",
                    "2.000000 3 3 1 1 RESTATED");
            await(
                    "select string_agg(kind || ' ' || (attributes ->> 'state') || ' ' || cause_kind, ', ') from current_fact"
                            + " where entity = 'order/" + SalesTopics.UNIT + "/2'",
                    "placement cancelled CANCEL");
            await("select sum((counters ->> 'versions_seen')::bigint) from kpi_writer", "4");
            topics.order("3", NOON, NEXT_DAY, OrderStatus.PLACED, "A", 5);
            await(
                    "select trim_scale(v.value) || ' ' || v.revision || ', before ' || trim_scale(known.value) || ' since '"
                            + " || v.window_end - known.window_end from kpi_value v join kpi_series s using (series_id),"
                            + " kpi_value_as_of('net_sales', '{}', '1h/1m', v.window_end, v.updated_at - interval '1 microsecond') known"
                            + " where s.kpi = 'net_sales' and s.dimensions = '{}' and s.time_window = '1h/1m'"
                            + " and v.made_by_restatement order by v.window_end desc limit 1",
                    "0 0, before 0 since 02:00:00");
            assertThat(recordsIn(Topics.KPI_VALUE.name())).isPositive();
            again.cancel().get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void convertsByTheRatesThatAreKnownAndRestatesByThoseThatComeLater() throws Exception {
        LocalDate monday = LocalDate.of(2026, 6, 1);
        try (SalesTopics topics = new SalesTopics(kafka.bootstrap(), registry.uri())) {
            topics.rate("EUR", monday, 850_000_000, NOON);
            JobClient job = start(2, null);
            await(
                    "select rate || ' ' || quote from fx_rate where currency = 'EUR' and day = '2026-06-01'",
                    "0.850000000 GBP");

            topics.rate("EUR", monday, 860_000_000, NEXT_DAY);
            topics.rate("EUR", monday, 840_000_000, MORNING);
            topics.rate("QQQ", monday, 840_000_000, MORNING);
            topics.order("1", MORNING, MORNING, OrderStatus.PLACED, "A", 3);
            topics.order("2", MORNING, MORNING, OrderStatus.PLACED, "A", 2, "EUR");
            topics.progress(NEXT_DAY);
            await("select rate from fx_rate where currency = 'EUR' and day = '2026-06-01'", "0.860000000");
            await("select string_agg(rate::text, ', ') from fx_rate_history", "0.850000000");
            await(
                    "select stage || ' ' || reason || ' ' || source_topic from dead_letter",
                    "kpi-job unknown-currency fx.rate.v1");
            await(
                    "select value from kpi_change_point where kpi = 'net_sales' and dimensions = '{}'"
                            + " and time_window = 'day' and state = 'FINAL'",
                    "4.720000");

            topics.rate("EUR", monday, 910_000_000, NEXT_DAY.plusSeconds(1));
            await(
                    "select value || ' ' || revision from kpi_change_point where kpi = 'net_sales' and dimensions = '{}'"
                            + " and time_window = 'day'",
                    "4.820000 1");
            await(
                    "select distinct cause_kind || ' ' || cause_key || ' ' || trim_scale(first_delta)"
                            + " from kpi_restatements('net_sales', '{}', 'day', '2026-06-01 23:00Z')",
                    "RATE rate/EUR/2026-06-01 0.1");
            job.cancel().get(30, TimeUnit.SECONDS);
        }
    }

    private JobClient start(int parallelism, @org.jspecify.annotations.Nullable String savepoint) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve("checkpoints").toUri().toString());
        if (savepoint != null) {
            configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        }
        StreamExecutionEnvironment environment = JobEnvironment.create(configuration);
        environment.setParallelism(parallelism);
        KpiJob.prepare(
                environment,
                new KpiSettings(
                        "kpi",
                        new KafkaAddress(kafka.bootstrap(), registry.uri()),
                        address(Role.SENTIA_WRITER),
                        List.of("shopify/" + SalesTopics.UNIT + "/order"),
                        TestingPostgres.ZONE,
                        "GBP",
                        SalesCatalogue.text(),
                        List.of(),
                        Duration.ofMillis(100),
                        Duration.ofDays(400)));
        return environment.executeAsync();
    }

    private DatabaseAddress address(Role role) {
        return new DatabaseAddress(postgres.url(), role.user(), postgres.password(role));
    }

    private void await(String query, String wanted) throws Exception {
        Instant deadline = Instant.now().plus(LIMIT);
        while (!one(query).equals(wanted) && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        assertThat(one(query)).as(query).isEqualTo(wanted);
    }

    private String one(String query) throws Exception {
        try (Connection connection = postgres.connect(Role.SENTIA_OWNER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "no row";
        }
    }

    private long recordsIn(String topic) throws Exception {
        try (Admin admin = kafka.admin()) {
            return admin
                    .listOffsets(IntStream.range(0, 4)
                            .mapToObj(partition -> new TopicPartition(topic, partition))
                            .collect(java.util.stream.Collectors.toMap(
                                    partition -> partition, partition -> OffsetSpec.latest())))
                    .all()
                    .get(10, TimeUnit.SECONDS)
                    .values()
                    .stream()
                    .mapToLong(offset -> offset.offset())
                    .sum();
        }
    }
}
