package com.sentia.connectors.kit;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one place where a {@link JobCursor} becomes fields of a Connect source offset and back. */
public final class JobOffsets {
    private static final String FROM = "job_from";
    private static final String TO = "job_to";
    private static final String END = "job_end";
    private static final String AFTER = "job_after";
    private static final String BEFORE = "job_before";
    private static final String FAILURES = "job_failures";
    private static final String ID = "job_id";
    private static final String ASKED_AT = "job_asked_at";
    private static final String BYTES = "job_bytes";
    private static final String LINES = "job_lines";
    private static final String RECORDS = "job_records";
    private static final String LAST = "job_last";

    private JobOffsets() {}

    /** The names of the fields, each behind a prefix. */
    public static Set<String> keys(String prefix) {
        return Stream.of(FROM, TO, END, AFTER, BEFORE, FAILURES, ID, ASKED_AT, BYTES, LINES, RECORDS, LAST)
                .map(key -> prefix + key)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Puts the fields that stand for a cursor into an offset; none when there is no cursor. */
    public static void write(String prefix, @Nullable JobCursor cursor, Map<String, Object> offset) {
        if (cursor == null) {
            return;
        }
        offset.put(prefix + FROM, cursor.from().toString());
        offset.put(prefix + TO, cursor.to().toString());
        offset.put(prefix + END, cursor.end().toString());
        offset.put(prefix + AFTER, cursor.after());
        offset.put(prefix + BEFORE, cursor.before());
        offset.put(prefix + FAILURES, (long) cursor.failures());
        JobCursor.Job job = cursor.job();
        if (job != null) {
            offset.put(prefix + ID, job.id());
            offset.put(prefix + ASKED_AT, job.askedAt().toString());
            offset.put(prefix + BYTES, job.bytes());
            offset.put(prefix + LINES, job.lines());
            offset.put(prefix + RECORDS, job.records());
            offset.put(prefix + LAST, job.last());
        }
    }

    /**
     * The cursor an offset has; null when it has none.
     *
     * @throws IllegalArgumentException when a field is missing or holds what it can't; the message names it
     */
    public static @Nullable JobCursor read(String prefix, OffsetFields fields) {
        Instant from = fields.instant(prefix + FROM);
        if (from == null) {
            return null;
        }
        return new JobCursor(
                from,
                instant(fields, prefix + TO),
                instant(fields, prefix + END),
                text(fields, prefix + AFTER),
                fields.count(prefix + BEFORE),
                job(prefix, fields),
                Math.toIntExact(fields.count(prefix + FAILURES)));
    }

    private static JobCursor.@Nullable Job job(String prefix, OffsetFields fields) {
        String id = fields.text(prefix + ID);
        return id == null
                ? null
                : new JobCursor.Job(
                        id,
                        instant(fields, prefix + ASKED_AT),
                        fields.count(prefix + BYTES),
                        fields.count(prefix + LINES),
                        fields.count(prefix + RECORDS),
                        text(fields, prefix + LAST));
    }

    private static Instant instant(OffsetFields fields, String key) {
        Instant value = fields.instant(key);
        if (value == null) {
            throw new IllegalArgumentException("an offset of a job needs " + key);
        }
        return value;
    }

    private static String text(OffsetFields fields, String key) {
        String value = fields.text(key);
        return value == null ? "" : value;
    }
}
