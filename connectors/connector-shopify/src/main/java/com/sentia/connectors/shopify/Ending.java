package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.Cursor;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourceUnit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a step leaves its window.
 *
 * @param kind whether and how the window ended
 * @param token position to go on from; null when the next step begins a window
 * @param window the window to go on in; null after a complete pass
 * @param counted how many records the shop counts, where there is a gap
 * @param read how many of those were read
 */
record Ending(Kind kind, @Nullable String token, @Nullable FeedWindow window, long counted, long read) {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    /** What may become of a window at the end of a step. */
    enum Kind {
        /** There is more to read. */
        OPEN,
        /** The feed was read to its end and the shop counts no more than was read. */
        COMPLETE,
        /** The shop counts more than was read: the window is read again and nothing is called complete. */
        GAP
    }

    /** Decides it, asking the shop for its own count where a window ends. */
    static Ending of(SourceUnit unit, FeedWindow open, Gathered got, Instant last, int recordsPerWindow, Pages pages)
            throws SourceException {
        if (got.isEndOfFeed()) {
            long expected = got.count().isPresent()
                    ? got.count().getAsLong()
                    : pages.count(open.searchSettled(last, got.date()));
            return expected > open.read()
                    ? gap(unit, open, expected, open.read())
                    : new Ending(Kind.COMPLETE, null, null, expected, open.read());
        }
        // How many of the last time were read is known only where the step begins before it.
        if (open.read() < recordsPerWindow || !last.isAfter(open.from()) || got.isOfOneTime()) {
            return new Ending(Kind.OPEN, got.token(), open, 0, 0);
        }
        long expected = pages.count(open.searchBefore(last));
        long before = open.read() - got.atNewest();
        return expected > before
                ? gap(unit, open, expected, before)
                : new Ending(Kind.OPEN, null, open.again(last), expected, before);
    }

    /** The cursor that says it. */
    Cursor cursor(Instant updatedAt, String id, @Nullable Instant completeTo) {
        return new Cursor(updatedAt, id, token, window == null ? null : window.position(), completeTo);
    }

    boolean isComplete() {
        return kind == Kind.COMPLETE;
    }

    boolean isGap() {
        return kind == Kind.GAP;
    }

    private static Ending gap(SourceUnit unit, FeedWindow open, long expected, long read) {
        LOG.warn(
                "event=completeness-gap unit={} from={} counted_by_shop={} read={} missing={}",
                unit,
                open.from(),
                expected,
                read,
                expected - read);
        return new Ending(Kind.GAP, null, open.again(open.from()), expected, read);
    }
}
