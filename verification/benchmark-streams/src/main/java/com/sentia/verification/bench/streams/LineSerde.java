package com.sentia.verification.bench.streams;

import com.sentia.verification.bench.OrderLine;
import com.sentia.verification.bench.OrderLineCodec;
import com.sentia.verification.bench.RunClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Order lines as bytes, by the same decoder as every contender's. Each serde is for one place, each of its copies for one thread. */
final class LineSerde {
    private LineSerde() {}

    /**
     * The topic all contenders read: each line is noted, and the record without value becomes the end.
     *
     * @param end stands for the end of a partition
     */
    static Serde<OrderLine> input(OrderLine end) {
        Deserializer<OrderLine> lines = lines();
        return Serdes.serdeFrom((topic, line) -> encode(line), (topic, bytes) -> {
            if (bytes == null) {
                return end;
            }
            RunClock.lineRead();
            return lines.deserialize(topic, bytes);
        });
    }

    /** The topics between the steps. */
    static Serde<OrderLine> between() {
        return Serdes.serdeFrom((topic, line) -> encode(line), lines());
    }

    private static byte @Nullable [] encode(@Nullable OrderLine line) {
        return line == null ? null : CODEC.get().encode(line);
    }

    private static Deserializer<OrderLine> lines() {
        return (topic, bytes) -> {
            try {
                return CODEC.get().decode(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException("no order line in " + topic, e);
            }
        };
    }

    private static final ThreadLocal<OrderLineCodec> CODEC = ThreadLocal.withInitial(OrderLineCodec::new);
}
