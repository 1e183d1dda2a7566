package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.KnownIds;
import com.sentia.connectors.kit.KnownOffsets;
import com.sentia.connectors.kit.KnownOffsets.Head;
import com.sentia.connectors.kit.LiveFeed;
import com.sentia.connectors.kit.RecordEncoder;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourcePosition;
import com.sentia.connectors.kit.SourceRecords;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.UnitFeed;
import com.sentia.connectors.kit.control.FeedControl;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Compares, once in a while, what a shop has of a stream with what was handed on: what is gone is handed on as deleted, what was
 * missed is read. The ids that are known stand in offsets beside the feed's own, and are written with a repetition of its progress.
 */
final class Reconciliation implements UnitFeed {
    /** By our clock; what was learned since the last time is learned again at the next comparison. */
    private static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final LiveFeed live;
    private final FeedControl control;
    private final KnownIds known;
    private final SourceRecords records;
    private final Precondition liveFirst;
    private final Supplier<Precondition> access;
    private final ReconciliationPass.Tools tools;
    private final Duration interval;
    private final Clock clock;

    private Head head;
    private @Nullable ReconciliationPass pass;
    private Instant writtenAt;

    /**
     * @param liveFirst holds while live reading leaves something over
     * @param access makes sure anew that the token may see all of the stream: what it may not see would be taken for gone
     * @param head what an earlier run left, or that there was none
     */
    Reconciliation(
            LiveFeed live,
            FeedControl control,
            KnownIds known,
            SourceRecords records,
            Precondition liveFirst,
            Supplier<Precondition> access,
            ReconciliationPass.Tools tools,
            Duration interval,
            Clock clock,
            Head head) {
        this.live = live;
        this.control = control;
        this.known = known;
        this.records = records;
        this.liveFirst = liveFirst;
        this.access = access;
        this.tools = tools;
        this.interval = interval;
        this.clock = clock;
        this.head = head;
        this.writtenAt = clock.instant();
    }

    @Override
    public SourceUnit unit() {
        return live.unit();
    }

    @Override
    public List<SourceRecord> read() throws SourceException {
        Instant completeTo = live.completeTo().orElse(null);
        if (completeTo == null) {
            return List.of();
        }
        liveFirst.check();
        ReconciliationPass going = pass;
        if (going == null) {
            Instant last = head.reconciledTo();
            if (last == null) {
                return write(completeTo, new Head(known.numbers(), head.isWhole(), completeTo, 0));
            }
            if (completeTo.isBefore(last.plus(interval))) {
                boolean isDue = !clock.instant().isBefore(writtenAt.plus(BETWEEN_WRITES));
                return isDue && !known.changed().isEmpty() ? write(completeTo, head) : List.of();
            }
            access.get().check();
            going = new ReconciliationPass(tools, known, completeTo, !head.isWhole(), head.passes());
            pass = going;
        }
        List<SourceRecord> out = new ArrayList<>(going.step(position(head)));
        if (going.isDone()) {
            List<SourceRecord> end =
                    write(completeTo, new Head(known.numbers(), true, going.startedAt(), head.passes() + 1));
            out.addAll(end);
            out.addAll(control.tell(going.notice()));
            pass = null;
        }
        return out;
    }

    /** Keeps what is known, whatever of it changed. */
    private List<SourceRecord> write(Instant completeTo, Head now) throws SourceException {
        Instant at = clock.instant();
        Head fresh = new Head(known.numbers(), now.isWhole(), now.reconciledTo(), now.passes());
        List<SourceRecord> out = RecordEncoder.guarded(() -> {
            List<SourceRecord> carriers = new ArrayList<>();
            for (KnownIds.Kept slice : known.changed()) {
                SourcePosition position =
                        new SourcePosition(KnownOffsets.partition(unit(), slice.number()), KnownOffsets.write(slice));
                carriers.add(records.carrier(completeTo, at, position));
            }
            carriers.add(records.carrier(completeTo, at, position(fresh)));
            return carriers;
        });
        known.kept();
        head = fresh;
        writtenAt = at;
        return out;
    }

    private SourcePosition position(Head at) {
        return new SourcePosition(KnownOffsets.partition(unit()), KnownOffsets.write(at));
    }

    @Override
    public Duration pause() {
        if (pass != null) {
            return Duration.ZERO;
        }
        return interval.compareTo(BETWEEN_LOOKS) < 0 ? interval : BETWEEN_LOOKS;
    }

    @Override
    public List<SourceRecord> heartbeat(Instant now) {
        // The live feed tells what is complete.
        return List.of();
    }

    @Override
    public List<SourceRecord> setAside(SourceException.SetAside problem) {
        // The answer is asked for again until it can be read.
        return List.of();
    }
}
