package com.sentia.connectors.kit;

import com.sentia.schemas.Feed;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.RejectedRecord;
import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.Version;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Builds the Connect records of one unit's feed: data, progress, dead letters, each with the offset it is sent under. */
public final class SourceRecords {
    private static final String STAGE = "connector";

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
        this.rejectedTopic = topic + ".rejected";
        this.partitions = partitions;
        this.apiVersion = apiVersion;
        this.encoder = encoder;
    }

    /** One version of one record, as read by polling. */
    public SourceRecord polled(String id, Instant updatedAt, Instant fetchedAt, byte[] payload, Cursor offset) {
        RawRecord value = RawRecord.newBuilder()
                .setVendor(unit.vendor())
                .setUnit(unit.unit())
                .setEntity(unit.entity())
                .setId(id)
                .setVersion(new Version(micros(updatedAt), FeedRank.FULL_READ, micros(fetchedAt)))
                .setOp(Op.UPSERT)
                .setFeed(Feed.POLL)
                .setApiVersion(apiVersion)
                .setFetchedAt(fetchedAt)
                .setPayload(ByteBuffer.wrap(payload))
                .build();
        return record(topic, null, unit.unit() + "/" + id, encoder.encode(topic, value), offset);
    }

    /** How far the feed is complete, once for each partition of the raw topic. */
    public List<SourceRecord> progress(Instant completeTo, Instant at, Cursor offset) {
        byte[] value =
                encoder.encode(topic, new SourceProgress(unit.vendor(), unit.unit(), unit.entity(), completeTo, at));
        return IntStream.range(0, partitions)
                .mapToObj(partition -> record(topic, partition, "progress/" + unit, value, offset))
                .toList();
    }

    /**
     * A record or answer set aside.
     *
     * @param id the vendor's id, or what the bytes are when they are not one record
     * @param raw the bytes, personal data replaced
     */
    public SourceRecord rejected(String id, String reason, String detail, byte[] raw, Instant at, Cursor offset) {
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
        return record(rejectedTopic, null, key, encoder.encode(rejectedTopic, value), offset);
    }

    private SourceRecord record(String to, @Nullable Integer partition, String key, byte[] value, Cursor offset) {
        return new SourceRecord(
                unit.partition(),
                Offsets.write(offset),
                to,
                partition,
                Schema.BYTES_SCHEMA,
                key.getBytes(StandardCharsets.UTF_8),
                Schema.BYTES_SCHEMA,
                value);
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }
}
