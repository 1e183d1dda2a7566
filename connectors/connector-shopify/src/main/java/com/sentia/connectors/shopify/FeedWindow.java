package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.Cursor;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * One query being paged through, and the distinct records it has given, to be held against the shop's own count. What was read
 * before a restart is known by number only; a record edited across a restart then counts twice.
 */
final class FeedWindow {
    private final Instant from;
    private final long readBefore;
    private final Set<String> ids = new HashSet<>();

    FeedWindow(Cursor.Window window) {
        this.from = window.from();
        this.readBefore = window.read();
    }

    static FeedWindow startingAt(Instant from) {
        return new FeedWindow(new Cursor.Window(from, 0));
    }

    Instant from() {
        return from;
    }

    String search() {
        return "updated_at:>='" + from + "'";
    }

    /** The part of the window up to an instant, which changes made since have not moved. */
    String searchTo(Instant last) {
        return search() + " updated_at:<='" + last + "'";
    }

    /** The part of the window before an instant. */
    String searchBefore(Instant bound) {
        return search() + " updated_at:<'" + bound + "'";
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
}
