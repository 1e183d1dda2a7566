package com.sentia.verification.bench.flink;

import com.sentia.verification.bench.OrderLine;
import com.sentia.verification.bench.OrderLineCodec;
import com.sentia.verification.bench.RunClock;
import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Decodes order lines, the same way for every contender, and notes when the first came. */
final class OrderLineDeserializer implements KafkaRecordDeserializationSchema<OrderLine> {
    private transient @Nullable OrderLineCodec codec;

    @Override
    public void open(InitializationContext context) {
        codec = new OrderLineCodec();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<OrderLine> out) throws IOException {
        if (record.value() == null) {
            // The end of the partition, for those who need to be told.
            return;
        }
        RunClock.lineRead();
        out.collect(Objects.requireNonNull(codec).decode(record.value()));
    }

    @Override
    public TypeInformation<OrderLine> getProducedType() {
        return TypeInformation.of(OrderLine.class);
    }
}
