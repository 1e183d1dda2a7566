package com.sentia.connectors.kit.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.connectors.kit.BodySeal;
import com.sentia.connectors.kit.SourceException;
import com.sentia.schemas.topics.Topics;
import com.sentia.settings.Secret;
import com.sentia.testkit.TestingKafka;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The store on a real broker: what is acknowledged stays, and of several writers one succeeds. */
class KafkaTokenStoreIT {
    private static final BodySeal SEAL = new BodySeal("t1", new Secret("0123456789abcdef0123456789abcdef"));
    private static final int WRITERS = 4;

    private static TestingKafka kafka;

    @BeforeAll
    static void start() throws Exception {
        kafka = TestingKafka.start();
        try (Admin admin = kafka.admin()) {
            admin.createTopics(List.of(new NewTopic(Topics.CONNECTOR_TOKEN.name(), 1, (short) 1)
                            .configs(Topics.CONNECTOR_TOKEN.settings())))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void keepsTheNewestOfEachCredentialForEveryLaterReader() throws Exception {
        assertThat(store().replace("a", token(1, "a1"))).isTrue();
        assertThat(store().replace("b", token(1, "b1"))).isTrue();
        assertThat(store().replace("a", token(2, "a2"))).isTrue();

        assertThat(store().read("a")).contains(token(2, "a2"));
        assertThat(store().read("b")).contains(token(1, "b1"));
        assertThat(store().read("c")).isEmpty();
    }

    @Test
    void takesOnlyTheNextRevision() throws Exception {
        assertThat(store().replace("steps", token(2, "too early"))).isFalse();
        assertThat(store().replace("steps", token(1, "first"))).isTrue();
        assertThat(store().replace("steps", token(1, "again"))).isFalse();
        assertThat(store().replace("steps", token(3, "too early"))).isFalse();

        assertThat(store().read("steps")).contains(token(1, "first"));
    }

    @Test
    void letsOneOfSeveralWritersSucceed() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            for (int revision = 1; revision <= 3; revision++) {
                CountDownLatch together = new CountDownLatch(1);
                List<Future<Boolean>> tries = new ArrayList<>();
                for (int writer = 0; writer < WRITERS; writer++) {
                    StoredToken next = token(revision, "by " + writer);
                    tries.add(writers.submit(() -> {
                        together.await();
                        return replaced(next);
                    }));
                }
                together.countDown();
                List<Integer> successful = new ArrayList<>();
                for (int writer = 0; writer < WRITERS; writer++) {
                    if (tries.get(writer).get(60, TimeUnit.SECONDS)) {
                        successful.add(writer);
                    }
                }
                assertThat(successful).hasSize(1);
                assertThat(store().read("contended")).contains(token(revision, "by " + successful.get(0)));
            }
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    void endsAWriterThatHasNotCommittedYet() throws Exception {
        try (KafkaProducer<String, String> zombie = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrap(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "sentia-token-zombie"),
                new StringSerializer(),
                new StringSerializer())) {
            zombie.initTransactions();
            zombie.beginTransaction();
            Future<RecordMetadata> unused =
                    zombie.send(new ProducerRecord<>(Topics.CONNECTOR_TOKEN.name(), 0, "zombie", "never committed"));
            zombie.flush();

            assertThat(store().replace("zombie", token(1, "a1"))).isTrue();
            assertThat(store().read("zombie")).contains(token(1, "a1"));
            assertThatThrownBy(zombie::commitTransaction).isInstanceOf(Exception.class);
        }
        assertThat(store().read("zombie")).contains(token(1, "a1"));
    }

    @Test
    void looksBehindWhatAnotherCredentialsWriterHasOpen() throws Exception {
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try (KafkaProducer<String, String> other = new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                kafka.bootstrap(),
                                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                                "sentia-token-other"),
                        new StringSerializer(),
                        new StringSerializer());
                KafkaProducer<byte[], byte[]> plain = new KafkaProducer<>(
                        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            other.initTransactions();
            other.beginTransaction();
            other.send(new ProducerRecord<>(Topics.CONNECTOR_TOKEN.name(), 0, "other", "still open"))
                    .get(30, TimeUnit.SECONDS);
            byte[] sealed = new SealedTokens(SEAL).seal("behind", token(1, "b1"));
            plain.send(new ProducerRecord<>(
                            Topics.CONNECTOR_TOKEN.name(), 0, "behind".getBytes(StandardCharsets.UTF_8), sealed))
                    .get(30, TimeUnit.SECONDS);

            Future<Optional<StoredToken>> reading = reader.submit(() -> store().read("behind"));

            assertThatThrownBy(() -> reading.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            other.abortTransaction();
            assertThat(reading.get(30, TimeUnit.SECONDS)).contains(token(1, "b1"));
        } finally {
            reader.shutdownNow();
        }
    }

    @Test
    void failsForAWhileWhereThereIsNoBroker() {
        KafkaTokenStore nowhere =
                new KafkaTokenStore(Map.of("bootstrap.servers", "127.0.0.1:1"), new SealedTokens(SEAL));

        assertThatThrownBy(() -> nowhere.read("a")).isInstanceOf(SourceException.Retry.class);
    }

    /** Who was not told whether it was written looks, as the renewal does. */
    private static boolean replaced(StoredToken next) throws SourceException {
        try {
            return store().replace("contended", next);
        } catch (SourceException.Retry expected) {
            return store().read("contended").equals(Optional.of(next));
        }
    }

    private static KafkaTokenStore store() {
        return new KafkaTokenStore(Map.of("bootstrap.servers", kafka.bootstrap()), new SealedTokens(SEAL));
    }

    private static StoredToken token(long revision, String access) {
        return new StoredToken(
                revision, "seed", new Secret("r"), new Secret(access), Instant.EPOCH, Instant.EPOCH, null);
    }
}
