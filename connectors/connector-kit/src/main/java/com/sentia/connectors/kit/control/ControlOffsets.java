package com.sentia.connectors.kit.control;

import com.sentia.connectors.kit.Cursor;
import com.sentia.connectors.kit.FeedParts;
import com.sentia.connectors.kit.JobOffsets;
import com.sentia.connectors.kit.OffsetFields;
import com.sentia.connectors.kit.SourcePosition;
import com.sentia.connectors.kit.SourceUnit;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one place where a {@link ControlState} becomes a Connect source offset and back. It stands beside its feed's own offset. */
public final class ControlOffsets {
    private static final String CONTROL = "control";

    private static final String SIGNAL_POSITION = "signal_position";
    private static final String PAUSED = "paused";
    private static final String STOPPED = "stopped";
    private static final String BACKFILL_ID = "backfill_id";
    private static final String BACKFILL_FROM = "backfill_from";
    private static final String BACKFILL_TO = "backfill_to";
    private static final String BACKFILL_IDS = "backfill_ids";
    private static final String BACKFILL_SENT = "backfill_sent";
    private static final String BACKFILL_GAPS = "backfill_gaps";
    private static final String BACKFILL_WINDOW_FROM = "backfill_window_from";
    private static final String BACKFILL_WINDOW_READ = "backfill_window_read";
    private static final String BACKFILL_PAGE_TOKEN = "backfill_page_token";
    private static final String BACKFILL = "backfill_";
    private static final Set<String> OWN_KEYS = Set.of(
            SIGNAL_POSITION,
            PAUSED,
            STOPPED,
            BACKFILL_ID,
            BACKFILL_FROM,
            BACKFILL_TO,
            BACKFILL_IDS,
            BACKFILL_SENT,
            BACKFILL_GAPS,
            BACKFILL_WINDOW_FROM,
            BACKFILL_WINDOW_READ,
            BACKFILL_PAGE_TOKEN);
    private static final Set<String> KEYS = keys();
    private static final String SEPARATOR = ",";

    private ControlOffsets() {}

    /** The source partition of a feed's control state. */
    public static Map<String, String> partition(SourceUnit unit) {
        return FeedParts.partition(unit, CONTROL);
    }

    /** Whether a source partition is one of control. */
    public static boolean isPartition(Map<String, ?> partition) {
        return FeedParts.name(partition).equals(CONTROL);
    }

    /**
     * The feed a source partition of control belongs to.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static SourceUnit unit(Map<String, ?> partition) {
        if (!isPartition(partition)) {
            throw new IllegalArgumentException("part of a source partition is " + CONTROL + " or missing");
        }
        return FeedParts.unit(partition);
    }

    /** Where a feed's control state stands. */
    public static SourcePosition position(SourceUnit unit, ControlState state) {
        return new SourcePosition(partition(unit), write(state));
    }

    /** The offset that stands for a control state. */
    public static Map<String, Object> write(ControlState state) {
        Map<String, Object> offset = new HashMap<>();
        offset.put(SIGNAL_POSITION, state.signalPosition());
        offset.put(PAUSED, state.isPaused());
        offset.put(STOPPED, state.isStopped());
        Backfill backfill = state.backfill();
        if (backfill != null) {
            write(backfill, offset);
        }
        return offset;
    }

    private static void write(Backfill backfill, Map<String, Object> offset) {
        offset.put(BACKFILL_ID, backfill.id());
        offset.put(BACKFILL_SENT, backfill.sent());
        offset.put(BACKFILL_GAPS, (long) backfill.gaps());
        Backfill.Span span = backfill.span();
        if (span == null) {
            offset.put(BACKFILL_IDS, String.join(SEPARATOR, backfill.ids()));
        } else {
            offset.put(BACKFILL_FROM, span.from().toString());
            offset.put(BACKFILL_TO, span.to().toString());
        }
        Cursor.Window window = backfill.window();
        if (window != null) {
            offset.put(BACKFILL_WINDOW_FROM, window.from().toString());
            offset.put(BACKFILL_WINDOW_READ, window.read());
        }
        if (backfill.pageToken() != null) {
            offset.put(BACKFILL_PAGE_TOKEN, backfill.pageToken());
        }
        JobOffsets.write(BACKFILL, backfill.job(), offset);
    }

    /**
     * The control state an offset stands for.
     *
     * @throws IllegalArgumentException when a key is missing, unknown or holds what it can't; the message names it
     */
    public static ControlState read(Map<String, ?> offset) {
        OffsetFields fields = new OffsetFields(offset, KEYS);
        String id = fields.text(BACKFILL_ID);
        return new ControlState(
                fields.count(SIGNAL_POSITION),
                fields.claim(PAUSED),
                fields.claim(STOPPED),
                id == null ? null : backfill(id, fields));
    }

    private static Backfill backfill(String id, OffsetFields fields) {
        Instant from = fields.instant(BACKFILL_WINDOW_FROM);
        Cursor.Window window = from == null ? null : new Cursor.Window(from, fields.count(BACKFILL_WINDOW_READ));
        String ids = fields.text(BACKFILL_IDS);
        return new Backfill(
                id,
                ids == null ? span(fields) : null,
                ids == null ? List.of() : Arrays.asList(ids.split(SEPARATOR, -1)),
                fields.count(BACKFILL_SENT),
                Math.toIntExact(fields.count(BACKFILL_GAPS)),
                window,
                fields.text(BACKFILL_PAGE_TOKEN),
                JobOffsets.read(BACKFILL, fields));
    }

    private static Set<String> keys() {
        Set<String> keys = new HashSet<>(OWN_KEYS);
        keys.addAll(JobOffsets.keys(BACKFILL));
        return Set.copyOf(keys);
    }

    private static Backfill.@Nullable Span span(OffsetFields fields) {
        Instant from = fields.instant(BACKFILL_FROM);
        Instant to = fields.instant(BACKFILL_TO);
        if (from == null || to == null) {
            throw new IllegalArgumentException(
                    BACKFILL_ID + " needs " + BACKFILL_FROM + " and " + BACKFILL_TO + ", or " + BACKFILL_IDS);
        }
        return new Backfill.Span(from, to);
    }
}
