package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.Cursor;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One query being paged through, and the distinct records it has given, to be held against the shop's own count. What was read
 * before a restart is known by number only; a record edited across a restart then counts twice.
 */
final class FeedWindow {
    private final Instant from;
    private final @Nullable Instant to;
    private final long readBefore;
    private final Set<String> ids = new HashSet<>();

    /** @param to exclusive upper bound of update times; null when there is none */
    FeedWindow(Cursor.Window window, @Nullable Instant to) {
        this.from = window.from();
        this.to = to;
        this.readBefore = window.read();
    }

    static FeedWindow startingAt(Instant from) {
        return between(from, null);
    }

    static FeedWindow between(Instant from, @Nullable Instant to) {
        return new FeedWindow(new Cursor.Window(from, 0), to);
    }

    Instant from() {
        return from;
    }

    /** The same query from another instant on, of which nothing was read. */
    FeedWindow again(Instant start) {
        return between(start, to);
    }

    String search() {
        return since() + (to == null ? "" : " updated_at:<'" + to + "'");
    }

    /**
     * The part of the window that changes do not move any more: all of one that ended in the past, else what was changed up to an
     * instant.
     */
    String searchSettled(Instant last, Instant now) {
        return to == null || to.isAfter(now) ? since() + " updated_at:<='" + last + "'" : search();
    }

    /** The part of the window before an instant. */
    String searchBefore(Instant bound) {
        return since() + " updated_at:<'" + bound + "'";
    }

    void add(Collection<String> gids) {
        ids.addAll(gids);
    }

    long read() {
        return readBefore + ids.size();
    }

    Cursor.Window position() {
        return new Cursor.Window(from, read());
    }

    private String since() {
        return "updated_at:>='" + from + "'";
    }
}
