package com.sentia.connectors.kit.control;

import com.sentia.schemas.ConnectorSignal;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.codec.RegistryUnavailableException;
import com.sentia.schemas.codec.UndecodableRecordException;
import com.sentia.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topic of signals, read by a task itself and without a group: what it has acted on stands in its source offsets, in the
 * transaction of what it did. Polled by one thread, closed by another.
 */
public final class SignalTopic implements SignalSource {
    private static final Logger LOG = LoggerFactory.getLogger(SignalTopic.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.CONNECTOR_SIGNAL.name(), 0);
    private static final int ANSWER_MS = 3_000;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final RecordCodec codec;
    private final byte[] connector;
    private boolean away;
    private boolean closed;

    /**
     * Connects when first asked.
     *
     * @param settings of the consumer: where the brokers are, and how to sign in
     * @param connector whose signals to read
     */
    public SignalTopic(Map<String, String> settings, String connector, RecordCodec codec) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // What was deleted by age before it was heard is passed over.
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS);
        this.consumer = new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.codec = codec;
        this.connector = connector.getBytes(StandardCharsets.UTF_8);
        consumer.assign(List.of(PARTITION));
    }

    @Override
    public synchronized OptionalLong begin(OptionalLong position) {
        if (closed) {
            return OptionalLong.empty();
        }
        try {
            long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            // Beyond the end only where the topic was made anew: then all of it is new.
            long start = position.orElse(end);
            consumer.seek(PARTITION, start > end ? 0 : start);
            answers();
            return OptionalLong.of(end);
        } catch (KafkaException e) {
            doesNotAnswer(e);
            return OptionalLong.empty();
        }
    }

    @Override
    public synchronized List<ReceivedSignal> poll() {
        List<ReceivedSignal> received = new ArrayList<>();
        if (closed) {
            return received;
        }
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ZERO)) {
                if (Arrays.equals(connector, record.key())) {
                    try {
                        received.add(new ReceivedSignal(record.offset(), signal(record.value())));
                    } catch (RegistryUnavailableException e) {
                        consumer.seek(PARTITION, record.offset());
                        throw e;
                    }
                }
            }
            answers();
        } catch (KafkaException | RegistryUnavailableException e) {
            doesNotAnswer(e);
        }
        return received;
    }

    @Override
    public synchronized void close() {
        closed = true;
        consumer.close();
    }

    private @Nullable ConnectorSignal signal(byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        try {
            SpecificRecord record = codec.decode(value);
            return record instanceof ConnectorSignal signal ? signal : null;
        } catch (UndecodableRecordException e) {
            LOG.warn("event=signal-unreadable why=\"{}\"", e.getMessage());
            return null;
        }
    }

    private void answers() {
        if (away) {
            LOG.info("event=signals-heard-again topic={}", PARTITION.topic());
            away = false;
        }
    }

    private void doesNotAnswer(RuntimeException e) {
        if (!away) {
            LOG.warn("event=signals-not-heard topic={} why=\"{}\"", PARTITION.topic(), e.getMessage());
            away = true;
        }
    }
}
