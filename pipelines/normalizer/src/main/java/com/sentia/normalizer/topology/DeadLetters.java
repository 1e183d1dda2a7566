package com.sentia.normalizer.topology;

import com.sentia.schemas.RejectedRecord;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Wraps a record that can't go on, byte for byte, with why and from where. */
final class DeadLetters {
    private static final String STAGE = "normalizer";

    private DeadLetters() {}

    static RejectedRecord of(
            Record<byte[], byte[]> incoming, RecordMetadata source, String reason, String detail, Instant now) {
        return RejectedRecord.newBuilder()
                .setStage(STAGE)
                .setReason(reason)
                .setDetail(detail)
                .setTopic(source.topic())
                .setPartition(source.partition())
                .setOffset(source.offset())
                .setKey(incoming.key() == null ? null : ByteBuffer.wrap(incoming.key()))
                .setValue(incoming.value() == null ? null : ByteBuffer.wrap(incoming.value()))
                .setHeaders(Map.of())
                .setRejectedAt(now)
                .build();
    }
}
