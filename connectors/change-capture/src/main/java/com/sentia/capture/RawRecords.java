package com.sentia.capture;

import com.sentia.connectors.kit.RecordEncoder;
import com.sentia.schemas.Feed;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.RejectedRecord;
import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a change: a raw record of its table's topic, progress for one partition, or nothing. */
final class RawRecords {
    private static final String VENDOR = "sentia";
    private static final String API_VERSION = "operations.1";
    private static final String PROGRESS = "capture_progress";
    private static final String DELETIONS = "deletion";
    private static final String TRUNCATE = "t";
    private static final String REJECTED = ".rejected";
    private static final String STAGE = "connector";
    private static final Logger LOG = LoggerFactory.getLogger(RawRecords.class);

    private final String unit;
    private final RecordEncoder encoder;

    /** @param unit the plant whose database it is */
    RawRecords(String unit, RecordEncoder encoder) {
        this.unit = unit;
        this.encoder = encoder;
    }

    /**
     * A row that can't be told becomes a dead letter.
     *
     * @throws DataException when no change of its kind can be told; then nothing may pass it
     */
    Optional<SourceRecord> of(SourceRecord record) {
        Optional<Change> change = Change.of(record);
        if (change.isEmpty()) {
            return Optional.empty();
        }
        return of(record, change.get());
    }

    private Optional<SourceRecord> of(SourceRecord record, Change change) {
        if (change.operation().equals(TRUNCATE)) {
            throw new DataException(change.table() + ": was truncated, so nobody can tell which rows ended; see"
                    + " docs/runbooks/change-capture.md");
        }
        if (change.table().equals(PROGRESS)) {
            // A snapshot finds the last mark before other tables' rows: only marks of the log stand behind them.
            return change.isOfSnapshot() || change.isDeletion()
                    ? Optional.empty()
                    : Optional.of(progress(record, change));
        }
        if (change.table().equals(DELETIONS)) {
            // The log tells deletions itself; a snapshot has no other way.
            return change.isOfSnapshot() ? Optional.of(remembered(record, change)) : Optional.empty();
        }
        CapturedTable table = table(change.table());
        String id = change.id();
        try {
            return Optional.of(data(record, table, id, change, change.isDeletion() ? null : change.row()));
        } catch (UntellableRowException e) {
            return Optional.of(rejected(record, table, id, change, String.valueOf(e.getMessage())));
        }
    }

    /** The row itself stays where it is, with whatever it says of people: corrected there, it is captured again. */
    private SourceRecord rejected(SourceRecord record, CapturedTable table, String id, Change change, String detail) {
        Topic topic = Topics.named(table.topic().name() + REJECTED)
                .orElseThrow(() -> new IllegalStateException("every raw topic has one of dead letters"));
        String key = unit + "/" + id;
        RejectedRecord value = RejectedRecord.newBuilder()
                .setStage(STAGE)
                .setReason("untellable-row")
                .setDetail(detail + "; correct the row in operations." + change.table())
                .setTopic(table.topic().name())
                .setPartition(-1)
                .setOffset(-1L)
                .setKey(ByteBuffer.wrap(key.getBytes(StandardCharsets.UTF_8)))
                .setHeaders(Map.of())
                .setRejectedAt(change.readAt())
                .build();
        LOG.warn("event=row-rejected table={} detail=\"{}\"", change.table(), detail);
        return on(topic, null, key, value, record);
    }

    private SourceRecord remembered(SourceRecord record, Change change) {
        Struct row = change.row();
        return data(record, table(row.getString("entity")), row.getString("id"), change, null);
    }

    private SourceRecord data(
            SourceRecord record, CapturedTable table, String id, Change change, @Nullable Struct row) {
        RawRecord value = RawRecord.newBuilder()
                .setVendor(VENDOR)
                .setUnit(unit)
                .setEntity(table.entity())
                .setId(id)
                .setVersion(change.version())
                .setOp(row == null ? Op.DELETE : Op.UPSERT)
                .setFeed(Feed.CDC)
                .setApiVersion(API_VERSION)
                .setFetchedAt(change.readAt())
                .setPayload(row == null ? null : ByteBuffer.wrap(AllowedRow.json(table, row)))
                .build();
        return on(table.topic(), null, unit + "/" + id, value, record);
    }

    private SourceRecord progress(SourceRecord record, Change change) {
        Struct row = change.row();
        CapturedTable table = table(row.getString("topic_entity"));
        int partition = row.getInt32("partition");
        if (partition >= table.topic().partitions()) {
            throw new DataException(PROGRESS + ": has a row for partition " + partition + " of "
                    + table.topic().name() + ", which has " + table.topic().partitions()
                    + "; give the table as many rows as there are partitions");
        }
        SourceProgress value = new SourceProgress(
                VENDOR, unit, table.entity(), Change.instant(row, "complete_to"), Change.instant(row, "marked_at"));
        String key = String.join("/", "progress", VENDOR, unit, table.entity());
        return on(table.topic(), partition, key, value, record);
    }

    /** Without a partition the producer takes the key's. */
    private SourceRecord on(
            Topic topic, @Nullable Integer partition, String key, SpecificRecord value, SourceRecord record) {
        return record.newRecord(
                topic.name(),
                partition,
                Schema.BYTES_SCHEMA,
                key.getBytes(StandardCharsets.UTF_8),
                Schema.BYTES_SCHEMA,
                encoder.encode(topic.name(), value),
                record.timestamp(),
                null);
    }

    private static CapturedTable table(String name) {
        return CapturedTable.of(name)
                .orElseThrow(() -> new DataException(name + ": is captured, and there is no rule which of its columns"
                        + " may go on; take it out of table.include.list"));
    }
}
