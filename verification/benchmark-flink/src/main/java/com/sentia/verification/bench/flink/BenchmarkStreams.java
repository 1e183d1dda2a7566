package com.sentia.verification.bench.flink;

import com.sentia.verification.bench.ContenderSettings;
import com.sentia.verification.bench.OrderLine;
import com.sentia.verification.bench.ValueLine;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Source and sink, the same for every contender in Flink. */
final class BenchmarkStreams {
    private static final long MICROS_PER_MS = 1_000;

    private final ContenderSettings settings;

    BenchmarkStreams(ContenderSettings settings) {
        this.settings = settings;
    }

    /** The order lines to the topic's present end; within a partition they are in the order of their time. */
    DataStream<OrderLine> read(StreamExecutionEnvironment environment) {
        KafkaSource<OrderLine> source = KafkaSource.<OrderLine>builder()
                .setBootstrapServers(settings.kafka())
                .setTopics(settings.input())
                .setGroupId(settings.output())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setBounded(OffsetsInitializer.latest())
                .setDeserializer(new OrderLineDeserializer())
                .build();
        WatermarkStrategy<OrderLine> watermarks = WatermarkStrategy.<OrderLine>forMonotonousTimestamps()
                .withTimestampAssigner((line, unused) -> line.timeMicros() / MICROS_PER_MS);
        return environment.fromSource(source, watermarks, "read-lines", TypeInformation.of(OrderLine.class));
    }

    void write(DataStream<ValueLine> values) {
        values.sinkTo(KafkaSink.<ValueLine>builder()
                .setBootstrapServers(settings.kafka())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new ValueSerializer(settings.output()))
                .setProperty("linger.ms", "50")
                .setProperty("batch.size", "131072")
                .build());
    }

    /** Values as text. */
    private record ValueSerializer(String topic) implements KafkaRecordSerializationSchema<ValueLine> {

        @Override
        public ProducerRecord<byte[], byte[]> serialize(
                ValueLine value, KafkaSinkContext context, @org.jspecify.annotations.Nullable Long timestamp) {
            return new ProducerRecord<>(topic, value.text().getBytes(StandardCharsets.UTF_8));
        }
    }
}
