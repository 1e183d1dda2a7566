package com.sentia.runtime;

import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.codec.UndecodableRecordException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Decodes each record and hands it to a reader. What is no record of ours, or is unfit, becomes a rejection and never
 * stops the stream; a registry that does not answer fails the task, which tries again.
 */
final class AvroDeserializer<T> implements KafkaRecordDeserializationSchema<T> {
    private final KafkaAddress address;
    private final RecordReader<T> reader;
    private final TypeInformation<T> type;
    private transient @Nullable RecordCodec codec;
    private transient @Nullable Clock clock;

    AvroDeserializer(KafkaAddress address, RecordReader<T> reader, TypeInformation<T> type) {
        this.address = address;
        this.reader = reader;
        this.type = type;
    }

    @Override
    public void open(InitializationContext context) {
        codec = address.codec();
        clock = Clock.systemUTC();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<T> out) throws IOException {
        Position position = new Position(record.topic(), record.partition(), record.offset());
        byte[] value = record.value();
        if (value == null) {
            out.collect(rejected("no-value", "the record has no value", position, record));
            return;
        }
        try {
            out.collect(reader.record(Objects.requireNonNull(codec).decode(value), position));
        } catch (UndecodableRecordException e) {
            out.collect(rejected("undecodable-record", String.valueOf(e.getMessage()), position, record));
        } catch (UnfitRecordException e) {
            out.collect(rejected(e.reason(), String.valueOf(e.getMessage()), position, record));
        }
    }

    private T rejected(String reason, String detail, Position position, ConsumerRecord<byte[], byte[]> record) {
        return reader.rejected(new Rejection(
                reason,
                detail,
                position,
                record.key(),
                record.value(),
                ChronoUnit.MICROS.between(
                        Instant.EPOCH, Objects.requireNonNull(clock).instant())));
    }

    @Override
    public TypeInformation<T> getProducedType() {
        return type;
    }
}
