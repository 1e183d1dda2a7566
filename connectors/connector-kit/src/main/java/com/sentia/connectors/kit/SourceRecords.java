package com.sentia.connectors.kit;

import com.sentia.schemas.Feed;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.RejectedRecord;
import com.sentia.schemas.SourceProgress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Builds the Connect records of one unit's feed: data, progress, dead letters, each with the offset it is sent under. */
public final class SourceRecords {
    private static final String STAGE = "connector";
    private static final String REJECTED = ".rejected";

    private final SourceUnit unit;
    private final String topic;
    private final String rejectedTopic;
    private final int partitions;
    private final String apiVersion;
    private final RecordEncoder encoder;

    /**
     * @param unit the feed the records are of
     * @param topic the raw topic; dead letters go to the topic of the same name with {@code .rejected} behind
     * @param partitions how many partitions the raw topic has
     * @param apiVersion the vendor's API version that serves the feed
     * @param encoder makes the values' bytes
     */
    public SourceRecords(SourceUnit unit, String topic, int partitions, String apiVersion, RecordEncoder encoder) {
        this.unit = unit;
        this.topic = topic;
        this.rejectedTopic = topic + REJECTED;
        this.partitions = partitions;
        this.apiVersion = apiVersion;
        this.encoder = encoder;
    }

    /** One version of one record, as read by polling. */
    public SourceRecord polled(
            String id, Instant updatedAt, Instant fetchedAt, byte[] payload, SourcePosition position) {
        return read(Feed.POLL, id, updatedAt, fetchedAt, payload, position);
    }

    /**
     * One version of one record, read whole.
     *
     * @param fetchedAt our clock; the record was as it is told then or later
     */
    public SourceRecord read(
            Feed feed, String id, Instant updatedAt, Instant fetchedAt, byte[] payload, SourcePosition position) {
        RawRecord.Builder value = of(feed, id, fetchedAt)
                .setVersion(RecordVersions.ofFullRead(updatedAt, fetchedAt))
                .setOp(Op.UPSERT)
                .setPayload(ByteBuffer.wrap(payload));
        return record(topic, null, key(id), encoder.encode(topic, value.build()), position);
    }

    /**
     * That a record is gone.
     *
     * @param at when it went, or was seen to be gone, by the vendor's clock
     * @param fetchedAt our clock
     */
    public SourceRecord deleted(Feed feed, String id, Instant at, Instant fetchedAt, SourcePosition position) {
        RawRecord.Builder value = of(feed, id, fetchedAt)
                .setVersion(RecordVersions.ofDelete(at, fetchedAt))
                .setOp(Op.DELETE)
                .setPayload(null);
        return record(topic, null, key(id), encoder.encode(topic, value.build()), position);
    }

    /** Repeats once how far the feed is complete, to carry a position that no record of the vendor's moves. */
    public SourceRecord carrier(Instant completeTo, Instant at, SourcePosition position) {
        return progress(completeTo, at, position).get(0);
    }

    /** The vendor's id of a record of the feed; empty when it is something else. */
    public Optional<String> idOf(SourceRecord record) {
        if (!record.topic().equals(topic) || !isFromVendor(record) || !(record.key() instanceof byte[] key)) {
            return Optional.empty();
        }
        return Optional.of(
                new String(key, StandardCharsets.UTF_8).substring(unit.unit().length() + 1));
    }

    private RawRecord.Builder of(Feed feed, String id, Instant fetchedAt) {
        return RawRecord.newBuilder()
                .setVendor(unit.vendor())
                .setUnit(unit.unit())
                .setEntity(unit.entity())
                .setId(id)
                .setFeed(feed)
                .setApiVersion(apiVersion)
                .setFetchedAt(fetchedAt);
    }

    private String key(String id) {
        return unit.unit() + "/" + id;
    }

    /** How far the feed is complete, once for each partition of the raw topic. */
    public List<SourceRecord> progress(Instant completeTo, Instant at, SourcePosition position) {
        byte[] value =
                encoder.encode(topic, new SourceProgress(unit.vendor(), unit.unit(), unit.entity(), completeTo, at));
        return IntStream.range(0, partitions)
                .mapToObj(number -> record(topic, number, "progress/" + unit, value, position))
                .toList();
    }

    /**
     * A record or answer set aside.
     *
     * @param id the vendor's id, or what the bytes are when they are not one record
     * @param raw the bytes, personal data replaced
     */
    public SourceRecord rejected(
            String id, String reason, String detail, byte[] raw, Instant at, SourcePosition position) {
        String key = unit.unit() + "/" + id;
        RejectedRecord value = RejectedRecord.newBuilder()
                .setStage(STAGE)
                .setReason(reason)
                .setDetail(detail)
                .setTopic(topic)
                .setPartition(-1)
                .setOffset(-1L)
                .setKey(ByteBuffer.wrap(key.getBytes(StandardCharsets.UTF_8)))
                .setValue(ByteBuffer.wrap(raw))
                .setHeaders(Map.of())
                .setRejectedAt(at)
                .build();
        return record(rejectedTopic, null, key, encoder.encode(rejectedTopic, value), position);
    }

    /** Whether a record is one of the vendor's, neither a control record nor a dead letter nor a notice. */
    public static boolean isFromVendor(SourceRecord record) {
        return record.kafkaPartition() == null && !isDeadLetter(record);
    }

    /** Whether a record is a dead letter. */
    public static boolean isDeadLetter(SourceRecord record) {
        return record.topic().endsWith(REJECTED);
    }

    private static SourceRecord record(
            String to, @Nullable Integer partition, String key, byte[] value, SourcePosition position) {
        return new SourceRecord(
                position.partition(),
                position.offset(),
                to,
                partition,
                Schema.BYTES_SCHEMA,
                key.getBytes(StandardCharsets.UTF_8),
                Schema.BYTES_SCHEMA,
                value);
    }
}
