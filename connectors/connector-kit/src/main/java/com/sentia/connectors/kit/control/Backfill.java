package com.sentia.connectors.kit.control;

import com.sentia.connectors.kit.Cursor;
import com.sentia.connectors.kit.JobCursor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of the past that are to be read again, and how far that is. It is kept in an offset of its own, so that it survives restarts.
 *
 * @param id of the signal that asked for it
 * @param span the times of update wanted; null when ids are
 * @param ids the vendor's ids wanted; empty when a span is
 * @param sent records handed on so far
 * @param gaps how often in a row the vendor counted more than it gave
 * @param window the query being paged through; null before the first
 * @param pageToken the vendor's position after the last page read; null at the start of a window
 * @param job how far the vendor's jobs have been read that give the span; null when it is paged through
 */
public record Backfill(
        String id,
        @Nullable Span span,
        List<String> ids,
        long sent,
        int gaps,
        Cursor.@Nullable Window window,
        @Nullable String pageToken,
        @Nullable JobCursor job) {

    /** One that is paged through. */
    public Backfill(
            String id,
            @Nullable Span span,
            List<String> ids,
            long sent,
            int gaps,
            Cursor.@Nullable Window window,
            @Nullable String pageToken) {
        this(id, span, ids, sent, gaps, window, pageToken, null);
    }

    /**
     * Times of update.
     *
     * @param from inclusive, UTC
     * @param to exclusive, UTC
     */
    public record Span(Instant from, Instant to) {
        @Override
        public String toString() {
            return "changed from " + from + " to " + to;
        }
    }

    public Backfill {
        ids = List.copyOf(ids);
    }

    /** One by date that has not begun. */
    static Backfill of(String id, Span span) {
        return new Backfill(id, span, List.of(), 0, 0, null, null);
    }

    /** One by ids. */
    static Backfill of(String id, List<String> ids) {
        return new Backfill(id, null, ids, 0, 0, null, null);
    }

    /** Whether nothing of it was read yet. */
    boolean isNew() {
        return window == null && job == null;
    }

    /** After handing records on. */
    public Backfill after(int handedOn) {
        return new Backfill(id, span, ids, sent + handedOn, gaps, window, pageToken, job);
    }

    /** At a place in a window. */
    public Backfill at(Cursor.Window in, @Nullable String token) {
        return new Backfill(id, span, ids, sent, gaps, in, token);
    }

    /** With so many windows in a row in which the vendor counted more than it gave. */
    public Backfill withGaps(int inARow) {
        return new Backfill(id, span, ids, sent, inARow, window, pageToken, job);
    }

    /** With the vendor's jobs read so far. */
    public Backfill reading(JobCursor now) {
        return new Backfill(id, span, ids, sent, gaps, null, null, now);
    }

    /** What is wanted, in words. */
    @Override
    public String toString() {
        return span == null ? "ids " + String.join(", ", ids) : "records " + span;
    }
}
