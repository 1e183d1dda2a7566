package com.sentia.verification.bench.streams;

import com.sentia.verification.bench.SalesSums;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Sums of a window as three numbers. */
final class SumsSerde {
    private SumsSerde() {}

    static Serde<SalesSums> serde() {
        return Serdes.serdeFrom((topic, sums) -> encode(sums), (topic, bytes) -> decode(bytes));
    }

    private static byte @Nullable [] encode(@Nullable SalesSums sums) {
        return sums == null
                ? null
                : ByteBuffer.allocate(3 * Long.BYTES)
                        .putLong(sums.netMicros)
                        .putLong(sums.units)
                        .putLong(sums.orders)
                        .array();
    }

    private static @Nullable SalesSums decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        ByteBuffer numbers = ByteBuffer.wrap(bytes);
        SalesSums sums = new SalesSums();
        sums.netMicros = numbers.getLong();
        sums.units = numbers.getLong();
        sums.orders = numbers.getLong();
        return sums;
    }
}
