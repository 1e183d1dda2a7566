package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.KnownIds;
import com.sentia.connectors.kit.RecordEncoder;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourcePosition;
import com.sentia.connectors.kit.SourceRecords;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.control.Notice;
import com.sentia.schemas.Feed;
import com.sentia.schemas.NoticeKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One comparison of what a shop has with what is known, a step at a time: first the counts of each range of ids, then, where they
 * differ, the ids. What seems gone is asked for by its id before it is called so. It stands in memory: a restart begins it anew.
 */
final class ReconciliationPass {
    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationPass.class);
    /** A range that lacks one record and has one too many counts right: now and then all ids are listed. */
    private static final int EVERY_ID_EACH = 7;

    private static final int ALWAYS_DELETED = 100;
    private static final int PER_CENT = 100;
    private static final int AT_ONCE = 50;

    /**
     * What it works with.
     *
     * @param overlap how far behind what is complete a record's update must be for it to count as missed
     * @param mostDeletedPercent of what is known; more is told and left as it is
     */
    record Tools(
            SourceUnit unit,
            ShopifyStream stream,
            IdListing ids,
            Pages pages,
            Completion completion,
            Emission emission,
            SourceRecords records,
            Duration overlap,
            int mostDeletedPercent,
            Clock clock) {}

    private final Tools tools;
    private final KnownIds known;
    private final Instant startedAt;
    private final boolean learns;
    private final boolean listsAll;
    private final List<KnownIds.Range> ranges;
    private final Map<Long, Instant> listed = new TreeMap<>();
    private final List<Long> gone = new ArrayList<>();
    private final List<Long> missed = new ArrayList<>();
    private int next;
    private @Nullable String token;
    private boolean listing;
    private boolean judged;
    private boolean refused;
    private long deleted;
    private long read;
    private long seemedGone;

    /**
     * @param startedAt up to when live reading was complete, by the shop's clock
     * @param learns whether what is not known was perhaps handed on all the same: then it is only learned
     * @param passes how many there were before
     */
    ReconciliationPass(Tools tools, KnownIds known, Instant startedAt, boolean learns, long passes) {
        this.tools = tools;
        this.known = known;
        this.startedAt = startedAt;
        this.learns = learns;
        this.listsAll = learns || passes % EVERY_ID_EACH == 0;
        this.ranges = known.ranges().stream().map(range -> closed(range, known)).toList();
    }

    /** What is newer than all that is known is left to live reading, so that an unchanged shop is not listed for it. */
    private static KnownIds.Range closed(KnownIds.Range range, KnownIds known) {
        if (range.upTo() != Long.MAX_VALUE || range.count() == 0) {
            return range;
        }
        long[] ids = known.in(range);
        return new KnownIds.Range(range.after(), ids[ids.length - 1], range.count());
    }

    Instant startedAt() {
        return startedAt;
    }

    boolean isDone() {
        return next == ranges.size() && judged && gone.isEmpty() && missed.isEmpty();
    }

    /** What there is to tell once it is done. */
    Notice notice() {
        String detail = refused
                ? "nothing was deleted: " + seemedGone + " of " + known.size()
                        + " records seem gone, more than are believed; see reconcile.most.deleted.percent"
                : "compared " + known.size() + " records: " + deleted + " were deleted, " + read + " missed";
        return new Notice(
                NoticeKind.RECONCILED,
                null,
                detail,
                Map.of("known", known.size(), "deleted", deleted, "missed", read, "seemed-gone", seemedGone));
    }

    /** Goes on; what it gives is sent under a position. */
    List<SourceRecord> step(SourcePosition position) throws SourceException {
        if (next < ranges.size()) {
            compare(ranges.get(next));
            return List.of();
        }
        if (!judged) {
            judge();
        }
        if (!gone.isEmpty()) {
            return delete(position);
        }
        return missed.isEmpty() ? List.of() : readMissed(position);
    }

    private void compare(KnownIds.Range range) throws SourceException {
        long[] expected = known.in(range);
        boolean isOpen = range.upTo() == Long.MAX_VALUE;
        if (!listing && !listsAll && !isOpen && tools.pages().count(IdListing.search(range)) == expected.length) {
            next++;
            return;
        }
        IdListing.Listed page = tools.ids().list(range, token);
        listed.putAll(page.updatedAt());
        token = page.token();
        listing = token != null;
        if (listing) {
            return;
        }
        for (long id : expected) {
            if (!listed.containsKey(id)) {
                gone.add(id);
            }
        }
        Instant settled = startedAt.minus(tools.overlap());
        listed.forEach((id, updatedAt) -> {
            if (learns) {
                known.add(id);
            } else if (!known.contains(id) && updatedAt.isBefore(settled)) {
                missed.add(id);
            }
        });
        listed.clear();
        next++;
    }

    /** A shop rarely loses much at once; a token that may see less, or a listing that is short, would look like it. */
    private void judge() {
        seemedGone = gone.size();
        if (seemedGone > ALWAYS_DELETED && seemedGone * PER_CENT > known.size() * tools.mostDeletedPercent()) {
            LOG.warn(
                    "event=reconciliation-refused unit={} seemed_gone={} known={}",
                    tools.unit(),
                    seemedGone,
                    known.size());
            refused = true;
            gone.clear();
        }
        judged = true;
    }

    private List<SourceRecord> delete(SourcePosition position) throws SourceException {
        List<Long> some = gone.subList(0, Math.min(gone.size(), AT_ONCE));
        IdListing.There there = tools.ids().stillThere(some);
        Instant now = tools.clock().instant();
        List<Long> ends = some.stream().filter(id -> !there.ids().contains(id)).toList();
        List<SourceRecord> out = RecordEncoder.guarded(() -> ends.stream()
                .map(id -> tools.records().deleted(Feed.RECONCILE, Long.toString(id), there.date(), now, position))
                .toList());
        ends.forEach(id -> {
            LOG.info("event=record-gone-unnoticed unit={} id={}", tools.unit(), id);
            known.remove(id);
        });
        deleted += ends.size();
        some.clear();
        return out;
    }

    private List<SourceRecord> readMissed(SourcePosition position) throws SourceException {
        List<Long> some = missed.subList(0, Math.min(missed.size(), AT_ONCE));
        List<String> gids =
                some.stream().map(id -> tools.stream().gid(Long.toString(id))).toList();
        Completion.Outcome outcome = tools.completion().complete(List.of(), gids);
        Instant now = tools.clock().instant();
        List<SourceRecord> out = RecordEncoder.guarded(() -> tools.emission()
                .emit(Feed.RECONCILE, outcome, now, position, position)
                .records());
        some.forEach(known::add);
        read += outcome.whole().size();
        LOG.warn(
                "event=records-missed unit={} count={}",
                tools.unit(),
                outcome.whole().size());
        some.clear();
        return out;
    }
}
