package com.sentia.verification.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.database.Role;
import com.sentia.testkit.TestingKafka;
import com.sentia.testkit.TestingPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is planted is found, wherever it stands; what is not there is not. */
class SweepsIT {
    @TempDir
    private Path folder;

    @Test
    void findsAPersonInKeysValuesAndHeadersOfTopics() throws Exception {
        try (TestingKafka kafka = TestingKafka.start()) {
            try (Admin admin = kafka.admin()) {
                admin.createTopics(List.of(new NewTopic("raw", Optional.of(2), Optional.empty())))
                        .all()
                        .get();
            }
            plant(kafka.bootstrap());

            Sweep sweep = TopicSweep.of(kafka.bootstrap());

            assertThat(sweep.looked()).isGreaterThanOrEqualTo(4);
            assertThat(sweep.found())
                    .containsExactlyInAnyOrder(
                            "topic raw, partition 0, offset 1: Quill",
                            "topic raw, partition 1, offset 0: @customer.example",
                            "topic raw, partition 1, offset 2: 203.0.113.");
        }
    }

    /** Compressed, and the last one in a transaction that is given up. */
    private static void plant(String bootstrap) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrap, "compression.type", "lz4", "transactional.id", "planting");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("raw", 0, bytes("key"), bytes("{\"sku\":\"85123A\"}")))
                    .get();
            producer.send(new ProducerRecord<>("raw", 0, bytes("key"), bytes("{\"last_name\":\"Quill\"}")))
                    .get();
            producer.send(new ProducerRecord<>("raw", 1, bytes("ada@customer.example"), null))
                    .get();
            producer.commitTransaction();
            producer.beginTransaction();
            ProducerRecord<byte[], byte[]> givenUp = new ProducerRecord<>("raw", 1, bytes("key"), bytes("value"));
            givenUp.headers().add("ip", bytes("203.0.113.7"));
            producer.send(givenUp).get();
            producer.abortTransaction();
        }
    }

    @Test
    void findsAPersonInTextAndBytesOfTables() throws Exception {
        TestingPostgres postgres = TestingPostgres.shared();
        postgres.reset();
        try (Connection connection = postgres.connect(Role.SENTIA_OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute("create table clean (sku text, units bigint)");
            statement.execute("insert into clean values ('85123A', 6), ('84406B', 8)");
            statement.execute("create table told (line jsonb)");
            statement.execute("insert into told values ('{\"phone\": \"+44 7700 912345\"}'), ('{}')");
            statement.execute("create table sent (body bytea, more bytea)");
            try (PreparedStatement row = connection.prepareStatement("insert into sent values (?, null)")) {
                row.setBytes(1, bytes("{\"address1\":\"7 Invented Lane\"}"));
                row.execute();
            }

            Sweep sweep = TableSweep.of(connection);

            assertThat(sweep.looked()).isEqualTo(5);
            assertThat(sweep.found()).containsExactly("table public.sent: 1 rows", "table public.told: 1 rows");
        }
    }

    @Test
    void findsAPersonInLogs() throws Exception {
        Files.writeString(folder.resolve("connect.log"), "event=started\nevent=odd name=Lindqvist\n");
        Files.writeString(folder.resolve("kafka.log"), "event=started\n");

        Sweep sweep = LogSweep.of(folder);

        assertThat(sweep.looked()).isEqualTo(3);
        assertThat(sweep.found()).containsExactly("log " + folder.resolve("connect.log") + ", line 2: Lindqvist");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
