package com.sentia.runtime;

import com.sentia.schemas.topics.Topic;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Sources and sinks over topics of the catalogue. */
public final class KafkaRecords {
    private KafkaRecords() {}

    /**
     * Reads topics from their beginning, committed records only, each once: what was read is in the job's checkpoints.
     *
     * @param group under which the offsets reached are shown; nothing starts from them
     */
    public static <T> KafkaSource<T> source(
            KafkaAddress address, List<Topic> topics, String group, RecordReader<T> reader, TypeInformation<T> type) {
        return KafkaSource.<T>builder()
                .setBootstrapServers(address.bootstrapServers())
                .setTopics(topics.stream().map(Topic::name).toList())
                .setGroupId(group)
                .setClientIdPrefix(group)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new AvroDeserializer<>(address, reader, type))
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                .setProperty(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Integer.toString(Topic.MAX_RECORD_BYTES))
                .build();
    }

    /** Writes at least once, in order per partition, flushed at each checkpoint. */
    public static <T> KafkaSink<T> sink(KafkaAddress address, Topic topic, RecordWriter<T> writer) {
        return KafkaSink.<T>builder()
                .setBootstrapServers(address.bootstrapServers())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new AvroSerializer<>(address, topic, writer))
                .setProperty(ProducerConfig.LINGER_MS_CONFIG, "50")
                .setProperty(ProducerConfig.BATCH_SIZE_CONFIG, "131072")
                .setProperty(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(Topic.MAX_RECORD_BYTES))
                .build();
    }
}
