package com.sentia.runtime;

import com.sentia.schemas.RejectedRecord;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a job set aside.
 *
 * @param stage the part that did
 */
public record RejectionWriter(String stage) implements RecordWriter<Rejection> {
    private static final byte[] NO_KEY = new byte[0];

    @Override
    public byte[] key(Rejection rejection) {
        byte[] key = rejection.key();
        return key == null ? NO_KEY : key;
    }

    @Override
    public String partitionedBy(Rejection rejection) {
        return rejection.position().topic() + "/" + rejection.position().partition();
    }

    @Override
    public SpecificRecord record(Rejection rejection) {
        return RejectedRecord.newBuilder()
                .setStage(stage)
                .setReason(rejection.reason())
                .setDetail(rejection.detail())
                .setTopic(rejection.position().topic())
                .setPartition(rejection.position().partition())
                .setOffset(rejection.position().offset())
                .setKey(buffer(rejection.key()))
                .setValue(buffer(rejection.value()))
                .setHeaders(Map.of())
                .setRejectedAt(Instant.EPOCH.plus(rejection.rejectedAtMicros(), ChronoUnit.MICROS))
                .build();
    }

    private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
}
