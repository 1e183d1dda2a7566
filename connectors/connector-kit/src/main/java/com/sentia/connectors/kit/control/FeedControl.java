package com.sentia.connectors.kit.control;

import com.sentia.connectors.kit.LiveFeed;
import com.sentia.connectors.kit.RecordEncoder;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourcePosition;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.schemas.ConnectorSignal;
import com.sentia.schemas.NoticeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people made of one feed, changed by signals. What a signal changes and the notice that answers it are one set of records under
 * an offset of the feed's own, so that with exactly-once delivery it is acted on once whatever happens in between.
 *
 * <p>Nothing changes unless the records that tell it could be made.
 */
public final class FeedControl {
    private static final Logger LOG = LoggerFactory.getLogger(FeedControl.class);

    private final LiveFeed live;
    private final Function<Backfill, Optional<String>> refusal;
    private final Notices notices;
    private @Nullable ControlState state;
    /** Known whether or not anybody is told. */
    private boolean refused;

    /**
     * @param refusal why the vendor can't serve a backfill, in words for whoever asked; empty when it can
     * @param restored what an earlier run left; null at the first
     */
    public FeedControl(
            LiveFeed live,
            Function<Backfill, Optional<String>> refusal,
            Notices notices,
            @Nullable ControlState restored) {
        this.live = live;
        this.refusal = refusal;
        this.notices = notices;
        this.state = notices.areTold() ? restored : null;
    }

    SourceUnit unit() {
        return live.unit();
    }

    /** Whether the feed is not to be read. */
    public boolean isPaused() {
        return state != null && state.isPaused();
    }

    /** Whether the vendor refused the feed when it was last read. */
    public boolean isRefused() {
        return refused;
    }

    @Nullable
    Backfill backfill() {
        return state == null ? null : state.backfill();
    }

    /** Where the first signal stands that was not heard; empty at the first start. */
    Optional<Long> signalPosition() {
        return Optional.ofNullable(state).map(ControlState::signalPosition);
    }

    /** At the first start: hears what comes from there on. */
    List<SourceRecord> begin(long signalPosition) throws SourceException {
        if (state != null) {
            return List.of();
        }
        String detail = "reads from now on, and hears signals";
        return change(ControlState.from(signalPosition), Notice.of(NoticeKind.FEED_ADDED, null, detail));
    }

    /** Does what a signal says, once. */
    List<SourceRecord> obey(long position, ConnectorSignal signal) throws SourceException {
        ControlState now = state;
        if (now == null || position < now.signalPosition()) {
            return List.of();
        }
        ControlState heard = now.heard(position + 1);
        String id = signal.getId();
        return switch (signal.getKind()) {
            case PAUSE -> change(heard.paused(true), accepted(id, now.isPaused() ? "it is paused already" : "paused"));
            case RESUME -> change(heard.paused(false), accepted(id, now.isPaused() ? "goes on" : "it was not paused"));
            case REREAD -> beginAgain(heard, id);
            case BACKFILL -> backfill(heard, signal);
            case UNKNOWN -> refuse(heard, id, "this connector does not know the kind of signal");
        };
    }

    /** Tells that nobody can do what a signal says; once. */
    List<SourceRecord> refuse(long position, @Nullable String signal, String why) throws SourceException {
        ControlState now = state;
        return now == null || position < now.signalPosition()
                ? List.of()
                : refuse(now.heard(position + 1), signal, why);
    }

    /** Takes over what a step of the backfill gave. */
    List<SourceRecord> step(BackfillStep step, List<Notice> more) throws SourceException {
        ControlState now = known();
        ControlState after = now.with(step.isLast() ? null : step.next());
        SourcePosition position = ControlOffsets.position(unit(), after);
        List<SourceRecord> records = RecordEncoder.guarded(() -> {
            List<SourceRecord> out = new ArrayList<>();
            out.addAll(step.records().at(ControlOffsets.position(unit(), now), position));
            more.forEach(notice -> out.addAll(notices.of(unit(), notice, position)));
            return out;
        });
        state = after;
        return records;
    }

    /** Tells once that the vendor refuses the feed. */
    List<SourceRecord> stopped(String why) {
        refused = true;
        return state == null || state.isStopped()
                ? List.of()
                : tryTo(state.stopped(true), Notice.of(NoticeKind.UNIT_STOPPED, null, why));
    }

    /** Tells once that a feed the vendor refused is read again. */
    List<SourceRecord> readsAgain() {
        refused = false;
        return state == null || !state.isStopped()
                ? List.of()
                : tryTo(
                        state.stopped(false),
                        Notice.of(NoticeKind.UNIT_READS_AGAIN, null, "the vendor no longer refuses it"));
    }

    /** Tells something that changes nothing. */
    public List<SourceRecord> tell(Notice notice) {
        return state == null ? List.of() : tryTo(state, notice);
    }

    private List<SourceRecord> beginAgain(ControlState heard, String signal) throws SourceException {
        List<SourceRecord> records = RecordEncoder.guarded(() -> {
            List<SourceRecord> out = new ArrayList<>(told(heard, accepted(signal, "begins anew")));
            Notice started = Notice.of(NoticeKind.REREAD_STARTED, signal, "reads all of it again from the beginning");
            out.addAll(notices.of(unit(), started, live.beginning()));
            return out;
        });
        live.beginAgain();
        state = heard;
        return records;
    }

    private List<SourceRecord> backfill(ControlState heard, ConnectorSignal signal) throws SourceException {
        String id = signal.getId();
        Backfill going = heard.backfill();
        if (going != null) {
            return refuse(heard, id, "backfill " + going.id() + " is under way: ask again when it has completed");
        }
        Optional<String> unclear = BackfillRequest.problem(signal);
        if (unclear.isPresent()) {
            return refuse(heard, id, unclear.get());
        }
        Backfill asked = BackfillRequest.backfill(signal);
        Optional<String> impossible = refusal.apply(asked);
        return impossible.isPresent()
                ? refuse(heard, id, impossible.get())
                : change(heard.with(asked), accepted(id, "will read " + asked));
    }

    private List<SourceRecord> refuse(ControlState heard, @Nullable String signal, String why) throws SourceException {
        return change(heard, Notice.of(NoticeKind.SIGNAL_REFUSED, signal, why));
    }

    private List<SourceRecord> change(ControlState to, Notice notice) throws SourceException {
        List<SourceRecord> records = RecordEncoder.guarded(() -> told(to, notice));
        state = to;
        return records;
    }

    /** As {@link #change}, put off when it can't be told now. */
    private List<SourceRecord> tryTo(ControlState to, Notice notice) {
        try {
            return change(to, notice);
        } catch (SourceException e) {
            LOG.warn("event=notice-postponed unit={} kind={} why=\"{}\"", unit(), notice.kind(), e.getMessage());
            return List.of();
        }
    }

    private List<SourceRecord> told(ControlState at, Notice notice) {
        return notices.of(unit(), notice, ControlOffsets.position(unit(), at));
    }

    private ControlState known() {
        if (state == null) {
            throw new IllegalStateException("no backfill is read before signals are heard");
        }
        return state;
    }

    private static Notice accepted(String signal, String detail) {
        return Notice.of(NoticeKind.SIGNAL_ACCEPTED, signal, detail);
    }
}
