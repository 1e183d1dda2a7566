package com.sentia.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.database.Role;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.TopicPreparation;
import com.sentia.schemas.topics.Topics;
import com.sentia.settings.Secret;
import com.sentia.simulators.operations.Migrate;
import com.sentia.testkit.TestingConnect;
import com.sentia.testkit.TestingKafka;
import com.sentia.testkit.TestingPostgres;
import com.sentia.testkit.TestingRegistry;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;

/** A plant with an empty database of its own, a broker to capture it to, and the connector as jobs-config describes it. */
final class CapturedPlant implements AutoCloseable {
    static final String CONNECTOR = "sentia-database";

    private static final Path DESCRIPTION = Path.of("..", "..", "jobs-config", "connectors", CONNECTOR + ".json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger PLANTS = new AtomicInteger();

    private final TestingKafka kafka;
    private final TestingRegistry registry;
    private final TestingPostgres postgres = TestingPostgres.shared();
    private final String unit = "plant-" + PLANTS.incrementAndGet();

    /** @param kafka with the topics of the catalogue */
    CapturedPlant(TestingKafka kafka, TestingRegistry registry) {
        this.kafka = kafka;
        this.registry = registry;
        postgres.resetOperations();
        Migrate.run(
                postgres.jdbcUrl(Role.OPERATIONS_OWNER),
                Role.OPERATIONS_OWNER.user(),
                new Secret(postgres.password(Role.OPERATIONS_OWNER)),
                Role.OPERATIONS_CAPTURE.user());
    }

    static void prepareTopics(TestingKafka kafka, TestingRegistry registry) {
        try (Admin admin = kafka.admin()) {
            new TopicPreparation(
                            admin, new CachedSchemaRegistryClient(registry.uri().toString(), 100))
                    .prepare(Topics.ALL);
        }
    }

    String unit() {
        return unit;
    }

    CapturedTopics topics() {
        return new CapturedTopics(kafka, RecordCodec.connectedTo(registry.uri()), unit);
    }

    /** A worker that captures; one after another goes on where the former was. */
    TestingConnect capture() {
        TestingConnect connect = TestingConnect.start(kafka, unit);
        connect.put(CONNECTOR, description());
        return connect;
    }

    /** A new connection as the owner; the caller closes it. */
    Connection connect() {
        return postgres.connect(Role.OPERATIONS_OWNER);
    }

    /** Runs statements as the owner, each in a transaction of its own. */
    void run(String... statements) {
        run(Role.OPERATIONS_OWNER, statements);
    }

    void run(Role role, String... statements) {
        try (Connection connection = postgres.connect(role);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The first column of the first row. */
    String ask(String query) {
        try (Connection connection = postgres.connect(Role.OPERATIONS_OWNER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Waits until nobody replicates any more. */
    void awaitNoReader() {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!ask("select count(*) from pg_replication_slots where active").equals("0")) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the slot is still read");
            }
            run("select pg_sleep(0.1)");
        }
    }

    @Override
    public void close() {
        awaitNoReader();
    }

    private Map<String, String> description() {
        Map<String, String> filled = new HashMap<>();
        try {
            JsonNode config = JSON.readTree(Files.readString(DESCRIPTION)).path("config");
            config.properties().forEach(setting -> filled.put(setting.getKey(), fill(setting.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return filled;
    }

    private String fill(JsonNode value) {
        return value.asText()
                .replace(
                        "${secrets:${secrets.folder}:operations-capture-password}",
                        postgres.password(Role.OPERATIONS_CAPTURE))
                .replace("${database.host}", "127.0.0.1")
                .replace("${database.port}", Integer.toString(postgres.port()))
                .replace("${database.name}", Role.OPERATIONS_CAPTURE.database())
                .replace("${database.user}", Role.OPERATIONS_CAPTURE.user())
                .replace("${unit}", unit)
                .replace("${heartbeat.millis}", "1000")
                .replace("${registry.url}", registry.uri().toString());
    }
}
