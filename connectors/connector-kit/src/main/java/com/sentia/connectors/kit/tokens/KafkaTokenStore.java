package com.sentia.connectors.kit.tokens;

import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.StoppedException;
import com.sentia.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tokens on the compacted topic of tokens, sealed.
 *
 * <p>Compare-and-set by fencing: a writer begins by taking the credential's transactional id, which ends every writer before it, then
 * reads what is committed, compares, writes, commits. Who took the id later makes the commit of who took it earlier fail, so
 * between a writer's look and its commit nothing can have been written. Tokens are written some times an hour: clients are made for each
 * use, and nothing is held that could be stale.
 */
public final class KafkaTokenStore implements TokenStore {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.CONNECTOR_TOKEN.name(), 0);
    private static final String WRITER = "sentia-token-";
    private static final Duration ANSWER = Duration.ofSeconds(10);
    /** Twice what a transaction may take. */
    private static final Duration OPEN_AT_MOST = ANSWER.multipliedBy(2);

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, String> client;
    private final SealedTokens sealing;

    /** @param client where the brokers are, and how to sign in */
    public KafkaTokenStore(Map<String, String> client, SealedTokens sealing) {
        this.client = Map.copyOf(client);
        this.sealing = sealing;
    }

    @Override
    public Optional<StoredToken> read(String credential) throws SourceException {
        byte[] sealed;
        try {
            sealed = newest(key(credential));
        } catch (InterruptException e) {
            throw new StoppedException();
        } catch (KafkaException e) {
            throw new SourceException.Retry("the topic " + PARTITION.topic() + " can't be read: " + kind(e), e);
        }
        return sealed == null ? Optional.empty() : Optional.of(sealing.open(credential, sealed));
    }

    @Override
    public boolean replace(String credential, StoredToken next) throws SourceException {
        try (KafkaProducer<byte[], byte[]> producer = producer(credential)) {
            producer.initTransactions();
            long revision = read(credential).map(StoredToken::revision).orElse(0L);
            if (next.revision() != revision + 1) {
                return false;
            }
            producer.beginTransaction();
            Future<RecordMetadata> unused = producer.send(new ProducerRecord<>(
                    PARTITION.topic(), PARTITION.partition(), key(credential), sealing.seal(credential, next)));
            // It fails when the record could not be written.
            producer.commitTransaction();
            return true;
        } catch (ProducerFencedException | InvalidProducerEpochException expected) {
            return false;
        } catch (InterruptException e) {
            throw new StoppedException();
        } catch (KafkaException e) {
            throw new SourceException.Retry("the topic " + PARTITION.topic() + " can't be written: " + kind(e), e);
        }
    }

    /**
     * Up to all that is written, committed or not: what another credential's writer has open hides what was committed behind it, and goes
     * within the time a transaction has.
     */
    private byte @Nullable [] newest(byte[] key) {
        byte[] newest = null;
        long end = end();
        long deadline = System.nanoTime() + OPEN_AT_MOST.toNanos();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer("read_committed")) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            while (consumer.position(PARTITION) < end) {
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("a writer of tokens neither commits nor goes");
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    newest = Arrays.equals(record.key(), key) ? record.value() : newest;
                }
            }
        }
        return newest;
    }

    private long end() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer("read_uncommitted")) {
            return consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private KafkaProducer<byte[], byte[]> producer(String credential) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, WRITER + credential);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        // A writer that dies in mid-transaction keeps readers from the end of the topic no longer than this.
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) ANSWER.toMillis());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER.toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                ANSWER.dividedBy(2).toMillis());
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static byte[] key(String credential) {
        return credential.getBytes(StandardCharsets.UTF_8);
    }

    /** A message of Kafka's may hold what a record holds. */
    private static String kind(KafkaException e) {
        return e.getClass().getSimpleName();
    }
}
