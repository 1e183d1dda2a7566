package com.sentia.capture;

import com.sentia.connectors.kit.RecordVersions;
import com.sentia.schemas.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * One of Debezium's records: a change of a row, or a row as a snapshot found it.
 *
 * @param operation one letter: c, u, d of the log, r of a snapshot
 * @param key the columns of the row's primary key
 * @param envelope the whole
 */
record Change(String operation, String table, @Nullable Struct key, Struct envelope) {
    private static final String OPERATION = "op";
    private static final String SOURCE = "source";
    private static final String READ = "r";
    private static final String DELETE = "d";
    private static final String COMMITTED_AT = "committed_at";
    private static final int MICROS_PER_SECOND = 1_000_000;

    /** Empty for what speaks of no row: heartbeats, messages, what follows a deletion for compaction. */
    static Optional<Change> of(SourceRecord record) {
        if (!(record.value() instanceof Struct envelope)
                || envelope.schema().field(OPERATION) == null
                || envelope.schema().field(SOURCE) == null) {
            return Optional.empty();
        }
        @Nullable String table = envelope.getStruct(SOURCE).getString("table");
        if (table == null) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                envelope.getString(OPERATION), table, record.key() instanceof Struct key ? key : null, envelope));
    }

    boolean isOfSnapshot() {
        return operation.equals(READ);
    }

    boolean isDeletion() {
        return operation.equals(DELETE);
    }

    /** The row as it stands after the change. */
    Struct row() {
        @Nullable Struct after = envelope.getStruct("after");
        if (after == null) {
            throw new DataException(table + ": a change of kind " + operation + " without a row can't be told");
        }
        return after;
    }

    /** The columns of the key, joined by slashes. */
    String id() {
        if (key == null) {
            throw new DataException(table + ": has no primary key");
        }
        return key.schema().fields().stream()
                .map(field -> CellValue.of(key, field.name()).asText())
                .collect(Collectors.joining("/"));
    }

    /**
     * Commit time, then position in the log. A snapshot's row has the time its last change was committed, the very one that the
     * log gave that change, and stands at the end of that commit: above all its changes, below every later commit.
     */
    Version version() {
        Struct source = envelope.getStruct(SOURCE);
        long committedAt = isOfSnapshot() ? micros(committedAt()) : source.getInt64("ts_us");
        return RecordVersions.ofChangeLog(committedAt, source.getInt64("lsn"));
    }

    /** When Debezium read it. */
    Instant readAt() {
        return Instant.EPOCH.plus(envelope.getInt64("ts_us"), ChronoUnit.MICROS);
    }

    /** A time in a column of the row. */
    static Instant instant(Struct row, String column) {
        return OffsetDateTime.parse(CellValue.of(row, column).asText()).toInstant();
    }

    private Instant committedAt() {
        if (CellValue.of(row(), COMMITTED_AT).isNull()) {
            throw new DataException(
                    table + ": a snapshot's row must tell when it was committed; give the table its statement in"
                            + " snapshot.select.statement.overrides");
        }
        return instant(row(), COMMITTED_AT);
    }

    private static long micros(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND), instant.getNano() / 1_000);
    }
}
