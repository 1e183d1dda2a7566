package com.sentia.connectors.kit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one unit's feed has been read: the newest record by (updatedAt, id), and where inside an unfinished window to go on.
 *
 * @param updatedAt the vendor's update time of the newest record read, UTC
 * @param id the vendor's id of that record; breaks ties of update time
 * @param pageToken the vendor's position after the last page read; null between windows
 * @param window the window being paged through; null when the feed has been read to its end
 * @param completeTo up to when the feed was told to be complete, UTC, the vendor's clock; null before it was read to its end once
 * @param job how far the vendor's jobs have been read that give the past, up to where paging begins; null when there are none
 */
public record Cursor(
        Instant updatedAt,
        String id,
        @Nullable String pageToken,
        @Nullable Window window,
        @Nullable Instant completeTo,
        @Nullable JobCursor job) {

    /** A cursor beside which no job is read. */
    public Cursor(
            Instant updatedAt,
            String id,
            @Nullable String pageToken,
            @Nullable Window window,
            @Nullable Instant completeTo) {
        this(updatedAt, id, pageToken, window, completeTo, null);
    }

    /**
     * A query being paged through.
     *
     * @param from inclusive lower bound of update times, UTC
     * @param read distinct records read in it so far, to be held against the vendor's own count
     */
    public record Window(Instant from, long read) {}

    /** The cursor of a feed of which nothing was read. */
    public static Cursor atStart(Instant from) {
        return new Cursor(from, "", null, null, null);
    }

    /** The same position at the beginning of its window, of which nothing was read. */
    public Cursor again() {
        Window unread = window == null ? null : new Window(window.from(), 0);
        return new Cursor(updatedAt, id, null, unread, completeTo, job);
    }

    /** The same position, the feed told to be complete up to an instant. */
    public Cursor completeTo(@Nullable Instant instant) {
        return new Cursor(updatedAt, id, pageToken, window, instant, job);
    }

    /** The same position, jobs read so far; with null none are read any more. */
    public Cursor reading(@Nullable JobCursor now) {
        return new Cursor(updatedAt, id, pageToken, window, completeTo, now);
    }
}
