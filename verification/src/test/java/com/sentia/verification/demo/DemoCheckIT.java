package com.sentia.verification.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.database.Role;
import com.sentia.schemas.topics.TopicPreparation;
import com.sentia.schemas.topics.Topics;
import com.sentia.testkit.TestingKafka;
import com.sentia.testkit.TestingPostgres;
import com.sentia.testkit.TestingRegistry;
import com.sentia.timescale.DatabaseAddress;
import com.sentia.timescale.Migrate;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program against a broker, a registry and a database that hold what a faultless pipeline leaves. */
class DemoCheckIT {
    private static final TestingKafka KAFKA = TestingKafka.start();
    private static final TestingRegistry REGISTRY = TestingRegistry.start();
    private static final TestingPostgres POSTGRES = TestingPostgres.shared();

    @TempDir
    private Path folder;

    @BeforeAll
    static void fillTopics() {
        try (Admin admin = KAFKA.admin()) {
            new TopicPreparation(
                            admin, new CachedSchemaRegistryClient(REGISTRY.uri().toString(), 100))
                    .prepare(List.of(Topics.SALES_ORDER, Topics.SALES_REFUND));
        }
        CanonicalOfHandComputed.write(KAFKA.bootstrap(), REGISTRY.uri());
    }

    @AfterAll
    static void stop() {
        KAFKA.close();
        REGISTRY.close();
    }

    @BeforeEach
    void fillDatabase() throws SQLException, IOException {
        POSTGRES.reset();
        Migrate.run(
                new DatabaseAddress(POSTGRES.jdbcUrl(), Role.SENTIA_OWNER.user(), POSTGRES.password(Role.SENTIA_OWNER)),
                Role.SENTIA_WRITER.user(),
                Role.SENTIA_READER.user());
        Path workbench = Files.createDirectory(folder.resolve("workbench"));
        try (Recomputed file = Recomputed.from(workbench, HandComputedTest.FILE, 0);
                Connection database = POSTGRES.connect(Role.SENTIA_OWNER)) {
            PipelineOfExpected.write(file, database, "2011-07-01T00:00Z");
        }
    }

    @Test
    void passesWhenEverythingIsAsItMustBe() throws Exception {
        execute("insert into kpi_restatement select series_id, 'uk/1005', '1', 'CANCEL', now(), now(), 0, now()"
                + " from kpi_series limit 3");

        assertThat(DemoCheck.run(settings(POSTGRES.url()))).isZero();

        JsonNode report = report();
        assertThat(report.path("passed").asBoolean()).isTrue();
        assertThat(report.path("lines_in").asLong()).isEqualTo(20);
        assertThat(report.path("lines_in_facts").asLong()).isEqualTo(10);
        assertThat(report.path("lines_rejected").path("unreadable-line").asLong())
                .isEqualTo(4);
        assertThat(report.path("orders").asLong()).isEqualTo(4);
        assertThat(report.path("versions_seen").asLong()).isEqualTo(14);
        assertThat(report.path("retractions").asLong()).isEqualTo(4);
        assertThat(report.path("restatements").asLong()).isEqualTo(3);
        assertThat(report.path("late_records").asLong(-1)).isZero();
        assertThat(report.path("values_compared").asLong())
                .isEqualTo(report.path("values_expected").asLong())
                .isPositive();
        assertThat(report.path("differences").path("wrong").asLong(-1)).isZero();
        assertThat(report.path("goals").findValuesAsText("met")).isNotEmpty().containsOnly("true");
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void failsWhenNothingWasEverRestated() throws Exception {
        assertThat(DemoCheck.run(settings(POSTGRES.url()))).isEqualTo(1);

        assertThat(report().path("passed").asBoolean(true)).isFalse();
    }

    @Test
    void saysThatItCouldNotRunWithoutADatabase() throws Exception {
        assertThat(DemoCheck.run(settings("postgresql://127.0.0.1:1/sentia"))).isEqualTo(2);

        assertThat(folder.resolve("report.json")).doesNotExist();
    }

    @Test
    void saysThatItCouldNotRunOnAnotherKindOfFile() throws Exception {
        String[] settings = settings(POSTGRES.url());
        Files.writeString(folder.resolve("data.csv"), "a,b\n1,2\n");

        assertThat(DemoCheck.run(settings)).isEqualTo(2);
    }

    @Test
    void writesTheExpectedValuesWithoutAPipeline() throws Exception {
        Path data = Files.writeString(folder.resolve("data.csv"), Recomputed.HEADER + HandComputedTest.FILE);
        Path expected = folder.resolve("expected.csv");
        Path settings = Files.writeString(
                folder.resolve("expected.properties"), """
                mode=expected
                data.file=%s
                work.dir=%s
                expected.file=%s
                """.formatted(data, folder.resolve("work"), expected));

        assertThat(DemoCheck.run(new String[] {"--settings", settings.toString()}))
                .isZero();

        assertThat(expected).content().contains("units,{},day,1301184000000000,13000000,,,,,3");
    }

    private String[] settings(String database) throws IOException {
        Path data = Files.writeString(folder.resolve("data.csv"), Recomputed.HEADER + HandComputedTest.FILE);
        Path settings = Files.writeString(folder.resolve("check.properties"), """
                data.file=%s
                data.shift-weeks=0
                work.dir=%s
                database.url=%s
                database.user=%s
                database.password-file=%s
                kafka.bootstrap.servers=%s
                registry.url=%s
                report.file=%s
                """.formatted(
                        data,
                        folder.resolve("work"),
                        database,
                        Role.SENTIA_READER.user(),
                        POSTGRES.passwordFile(Role.SENTIA_READER),
                        KAFKA.bootstrap(),
                        REGISTRY.uri(),
                        folder.resolve("report.json")));
        return new String[] {"--settings", settings.toString()};
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    }

    private static void execute(String sql) throws SQLException {
        try (Connection database = POSTGRES.connect(Role.SENTIA_OWNER);
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
