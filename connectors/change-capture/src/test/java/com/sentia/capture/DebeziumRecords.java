package com.sentia.capture;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Records in the form in which Debezium gives them. */
final class DebeziumRecords {
    static final Instant COMMITTED = Instant.parse("2026-03-02T10:00:00.000123Z");
    static final long POSITION = 4711;

    private static final Instant READ = Instant.parse("2026-03-02T10:00:01Z");
    private static final Schema TIME = SchemaBuilder.string()
            .name("io.debezium.time.ZonedTimestamp")
            .optional()
            .build();
    private static final Schema DAY =
            SchemaBuilder.int32().name("io.debezium.time.Date").build();
    private static final Schema SOURCE = SchemaBuilder.struct()
            .field("table", Schema.STRING_SCHEMA)
            .field("ts_us", Schema.INT64_SCHEMA)
            .field("lsn", Schema.INT64_SCHEMA)
            .build();
    private static final Schema RATE = SchemaBuilder.struct()
            .optional()
            .field("base_currency", Schema.STRING_SCHEMA)
            .field("quote_currency", Schema.STRING_SCHEMA)
            .field("day", DAY)
            .field("rate", Schema.STRING_SCHEMA)
            .field("published_at", TIME)
            .field("operator_name", Schema.OPTIONAL_STRING_SCHEMA)
            .field("updated_at", TIME)
            .field("committed_at", TIME)
            .build();
    private static final Schema RATE_KEY = SchemaBuilder.struct()
            .field("base_currency", Schema.STRING_SCHEMA)
            .field("quote_currency", Schema.STRING_SCHEMA)
            .field("day", DAY)
            .build();
    private static final Schema MARK = SchemaBuilder.struct()
            .optional()
            .field("topic_entity", Schema.STRING_SCHEMA)
            .field("partition", Schema.INT32_SCHEMA)
            .field("complete_to", TIME)
            .field("marked_at", TIME)
            .build();
    private static final Schema DELETION = SchemaBuilder.struct()
            .optional()
            .field("entity", Schema.STRING_SCHEMA)
            .field("id", Schema.STRING_SCHEMA)
            .field("committed_at", TIME)
            .build();

    private DebeziumRecords() {}

    /** A change of the rate of the euro on 1970-01-11. */
    static SourceRecord rate(String operation, @Nullable Instant committedAt) {
        return rate(operation, "2026-03-02T09:00:00.000000Z", committedAt);
    }

    /** The same, published at whatever a time can say. */
    static SourceRecord ratePublishedAt(String publishedAt) {
        return rate("u", publishedAt, null);
    }

    private static SourceRecord rate(String operation, String publishedAt, @Nullable Instant committedAt) {
        Struct row = new Struct(RATE)
                .put("base_currency", "EUR")
                .put("quote_currency", "GBP")
                .put("day", 10)
                .put("rate", "0.861230000")
                .put("published_at", publishedAt)
                .put("operator_name", "Jane Doe")
                .put("updated_at", "2026-03-02T09:59:59.500000Z")
                .put("committed_at", committedAt == null ? null : committedAt.toString());
        Struct key = new Struct(RATE_KEY)
                .put("base_currency", "EUR")
                .put("quote_currency", "GBP")
                .put("day", 10);
        return record("fx_rate", operation, RATE, key, operation.equals("d") ? null : row);
    }

    /** A row of capture_progress. */
    static SourceRecord mark(String operation, String entity, int partition) {
        Struct row = new Struct(MARK)
                .put("topic_entity", entity)
                .put("partition", partition)
                .put("complete_to", "2026-03-02T09:59:58.000000Z")
                .put("marked_at", "2026-03-02T10:00:00.000000Z");
        return record("capture_progress", operation, MARK, null, row);
    }

    /** A row of deletion. */
    static SourceRecord deletion(String operation, String entity, String id) {
        Struct row = new Struct(DELETION).put("entity", entity).put("id", id).put("committed_at", COMMITTED.toString());
        return record("deletion", operation, DELETION, null, row);
    }

    /** A change of a table whose rows have one column. */
    static SourceRecord of(String table, String operation) {
        Schema schema = SchemaBuilder.struct()
                .optional()
                .field("n", Schema.INT64_SCHEMA)
                .build();
        return record(table, operation, schema, null, operation.equals("t") ? null : new Struct(schema).put("n", 1L));
    }

    /** What Debezium sends when nothing happens. */
    static SourceRecord heartbeat() {
        Schema schema =
                SchemaBuilder.struct().field("ts_ms", Schema.INT64_SCHEMA).build();
        return new SourceRecord(
                Map.of(), Map.of(), "__debezium-heartbeat.x", schema, new Struct(schema).put("ts_ms", 1L));
    }

    private static SourceRecord record(
            String table, String operation, Schema rowSchema, @Nullable Struct key, @Nullable Struct after) {
        Schema schema = SchemaBuilder.struct()
                .field("after", rowSchema)
                .field("source", SOURCE)
                .field("op", Schema.STRING_SCHEMA)
                .field("ts_us", Schema.INT64_SCHEMA)
                .build();
        Struct source = new Struct(SOURCE)
                .put("table", table)
                .put("ts_us", micros(COMMITTED))
                .put("lsn", POSITION);
        Struct envelope = new Struct(schema)
                .put("after", after)
                .put("source", source)
                .put("op", operation)
                .put("ts_us", micros(READ));
        return new SourceRecord(
                Map.of("server", "x"),
                Map.of("lsn", POSITION),
                "x." + table,
                null,
                key == null ? null : key.schema(),
                key,
                schema,
                envelope);
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
