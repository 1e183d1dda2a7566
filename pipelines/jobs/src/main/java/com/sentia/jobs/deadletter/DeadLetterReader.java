package com.sentia.jobs.deadletter;

import com.sentia.runtime.Position;
import com.sentia.runtime.RecordReader;
import com.sentia.runtime.Rejection;
import com.sentia.runtime.UnfitRecordException;
import com.sentia.schemas.RejectedRecord;
import com.sentia.timescale.DeadLetterRow;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads the records of {@code .rejected} topics; one that can't be read there becomes a dead letter of its own. */
record DeadLetterReader() implements RecordReader<DeadLetterRow> {
    private static final String STAGE = "dead-letter-job";

    @Override
    public DeadLetterRow record(SpecificRecord record, Position position) {
        if (!(record instanceof RejectedRecord rejected)) {
            throw new UnfitRecordException(
                    "unexpected-record", "a " + record.getSchema().getName() + " has no place on this topic");
        }
        return new DeadLetterRow(
                position.topic(),
                position.partition(),
                position.offset(),
                rejected.getStage(),
                rejected.getReason(),
                rejected.getDetail(),
                rejected.getTopic(),
                rejected.getPartition(),
                rejected.getOffset(),
                bytes(rejected.getKey()),
                bytes(rejected.getValue()),
                ChronoUnit.MICROS.between(Instant.EPOCH, rejected.getRejectedAt()));
    }

    @Override
    public DeadLetterRow rejected(Rejection rejection) {
        Position position = rejection.position();
        return new DeadLetterRow(
                position.topic(),
                position.partition(),
                position.offset(),
                STAGE,
                rejection.reason(),
                rejection.detail(),
                position.topic(),
                position.partition(),
                position.offset(),
                rejection.key(),
                rejection.value(),
                rejection.rejectedAtMicros());
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
