package com.sentia.connectors.kit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a span of update times has been read by jobs that the vendor runs for us and gives a file for.
 *
 * @param from inclusive lower bound of the job's span, UTC
 * @param to its exclusive upper bound
 * @param end exclusive upper bound of all that is to be read by jobs; where the job's span ends before it, others follow
 * @param after the vendor's id behind which the job begins, as what comes before it was handed on; empty for none
 * @param before records of the span that earlier jobs gave
 * @param job what was asked for; null when nothing is
 * @param failures of jobs over this span in a row
 */
public record JobCursor(
        Instant from,
        Instant to,
        Instant end,
        String after,
        long before,
        @Nullable Job job,
        int failures) {

    /**
     * A job and how much of its file was handed on.
     *
     * @param id the vendor's id of it
     * @param askedAt when it was asked for at the latest, UTC, our clock; what it gives may be as old as that
     * @param bytes of the file that were handed on; a line begins behind them
     * @param lines that were
     * @param records that were
     * @param last id of the last of them, while each was greater than the one before; empty otherwise
     */
    public record Job(String id, Instant askedAt, long bytes, long lines, long records, String last) {
        /** One of which nothing was read. */
        public static Job asked(String id, Instant at) {
            return new Job(id, at, 0, 0, 0, "");
        }
    }

    /** A span of which nothing was asked for. */
    public static JobCursor of(Instant from, Instant to, Instant end) {
        return new JobCursor(from, to, end, "", 0, null, 0);
    }

    /** With a job, or with it read further. */
    public JobCursor with(Job now) {
        return new JobCursor(from, to, end, after, before, now, failures);
    }

    /** The same to be asked for anew, as the job failed. */
    public JobCursor failed() {
        return new JobCursor(from, to, end, after, before, null, failures + 1);
    }

    /** The rest of the span to be asked for, as the job gave only its beginning. */
    public JobCursor behind(String id, long records) {
        return new JobCursor(from, to, end, id, before + records, null, 0);
    }

    /** The span up to an instant to be asked for instead, from its beginning. */
    public JobCursor until(Instant sooner) {
        return of(from, sooner, end);
    }

    /** The span behind this one. */
    public JobCursor next() {
        return of(to, end, end);
    }

    /** Whether nothing is left behind this span. */
    public boolean isLast() {
        return !to.isBefore(end);
    }

    /** Records of the span that were handed on. */
    public long records() {
        return before + (job == null ? 0 : job.records());
    }
}
