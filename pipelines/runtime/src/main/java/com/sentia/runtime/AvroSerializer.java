package com.sentia.runtime;

import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Encodes a job's elements for one topic. */
final class AvroSerializer<T> implements KafkaRecordSerializationSchema<T> {
    private final KafkaAddress address;
    private final String topic;
    private final RecordWriter<T> writer;
    private transient @Nullable RecordCodec codec;

    AvroSerializer(KafkaAddress address, Topic topic, RecordWriter<T> writer) {
        this.address = address;
        this.topic = topic.name();
        this.writer = writer;
    }

    @Override
    public void open(InitializationContext context, KafkaSinkContext sink) {
        codec = address.codec();
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(T element, KafkaSinkContext sink, @Nullable Long timestamp) {
        int partitions = sink.getPartitionsForTopic(topic).length;
        byte[] partitionedBy = writer.partitionedBy(element).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(
                topic,
                Utils.toPositive(Utils.murmur2(partitionedBy)) % partitions,
                writer.key(element),
                Objects.requireNonNull(codec).encode(topic, writer.record(element)));
    }
}
