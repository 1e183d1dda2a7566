package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.Cursor;
import com.sentia.connectors.kit.JobCursor;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.control.Backfill;
import com.sentia.connectors.kit.control.BackfillReader;
import com.sentia.connectors.kit.control.BackfillStep;
import com.sentia.connectors.kit.control.Notice;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads records of the past from one stream of a shop: those changed in a span of time, in that order, or those with given ids. */
final class ShopBackfill implements BackfillReader {
    private static final Logger LOG = LoggerFactory.getLogger(ShopBackfill.class);
    /** A window is read once more before the gap in it is told. */
    private static final int LASTING_GAP = 2;

    private final SourceUnit unit;
    private final ShopifyStream stream;
    private final Pages pages;
    private final Gathering gathering;
    private final Completion completion;
    private final Emission emission;
    private final Precondition liveFirst;
    private final Function<Optional<Instant>, Precondition> access;
    private final Optional<BulkReading> bulk;
    private final int recordsPerWindow;
    private final Clock clock;

    private @Nullable FeedWindow open;
    private String accessFor = "";

    /**
     * @param gathering leaves nothing out as known
     * @param emission hands on what was handed on before, too
     * @param liveFirst holds while live reading leaves something over
     * @param access makes sure that the token may see what changed since an instant, or the stream at all
     * @param bulk reads long spans; empty for streams that can't be read so
     */
    ShopBackfill(
            SourceUnit unit,
            ShopifyStream stream,
            Pages pages,
            Gathering gathering,
            Completion completion,
            Emission emission,
            Precondition liveFirst,
            Function<Optional<Instant>, Precondition> access,
            Optional<BulkReading> bulk,
            int recordsPerWindow,
            Clock clock) {
        this.unit = unit;
        this.stream = stream;
        this.pages = pages;
        this.gathering = gathering;
        this.completion = completion;
        this.emission = emission;
        this.liveFirst = liveFirst;
        this.access = access;
        this.bulk = bulk;
        this.recordsPerWindow = recordsPerWindow;
        this.clock = clock;
    }

    /** Why Shopify can't serve it; empty when it can. */
    static Optional<String> refusal(Backfill asked) {
        return asked.ids().stream()
                .filter(id -> !id.matches("\\d{1,19}"))
                .findFirst()
                .map(id -> "'" + id + "' is no id of Shopify's: these are numbers");
    }

    @Override
    public BackfillStep read(Backfill backfill) throws SourceException {
        liveFirst.check();
        Backfill.Span span = backfill.span();
        if (!accessFor.equals(backfill.id())) {
            access.apply(Optional.ofNullable(span).map(Backfill.Span::from)).check();
            accessFor = backfill.id();
        }
        if (span == null) {
            return byIds(backfill);
        }
        JobCursor job = backfill.job();
        if (bulk.isPresent() && job != null) {
            return byJob(backfill, job, bulk.get());
        }
        boolean isNew = backfill.window() == null;
        if (bulk.isPresent() && isNew && bulk.get().isWanted(span.from(), span.to())) {
            return byJob(backfill, bulk.get().begin(span.from(), span.to()), bulk.get());
        }
        return bySpan(backfill, span);
    }

    private static BackfillStep byJob(Backfill backfill, JobCursor job, BulkReading bulk) throws SourceException {
        BulkStep step = bulk.step(job);
        Backfill read = backfill.after(step.handedOn());
        boolean isPaged = step.kind() == BulkStep.Kind.BY_PAGES;
        Backfill next = isPaged ? read.at(new Cursor.Window(step.at().from(), 0), null) : read.reading(step.at());
        boolean isLast = step.kind() == BulkStep.Kind.DONE;
        List<Notice> notices =
                step.notices().stream().map(notice -> notice.of(backfill.id())).toList();
        return new BackfillStep(next, isLast, step.records(), notices);
    }

    private BackfillStep byIds(Backfill backfill) throws SourceException {
        List<String> gids = backfill.ids().stream().map(stream::gid).toList();
        Completion.Outcome outcome = completion.complete(List.of(), gids);
        Set<String> missing = new TreeSet<>(gids);
        outcome.whole().forEach(draft -> missing.remove(draft.gid()));
        List<Notice> notices = missing.isEmpty()
                ? List.of()
                : List.of(Notice.gap(
                        backfill.id(),
                        "the ids asked for; not found or unreadable: "
                                + String.join(
                                        ", ", missing.stream().map(Gid::number).toList()),
                        gids.size(),
                        gids.size() - missing.size()));
        return new BackfillStep(backfill.after(outcome.whole().size()), true, records(outcome), notices);
    }

    private BackfillStep bySpan(Backfill backfill, Backfill.Span span) throws SourceException {
        FeedWindow window = window(backfill, span);
        Gathered got;
        try {
            got = gathering.gather(window.search(), backfill.pageToken());
        } catch (SourceException.StopUnit e) {
            if (backfill.pageToken() == null || window.equals(open)) {
                throw e;
            }
            // A position from before a restart may have died with its session.
            LOG.warn("event=backfill-position-refused unit={} why=\"{}\"", unit, e.getMessage());
            return new BackfillStep(
                    backfill.at(new Cursor.Window(window.from(), 0), null),
                    false,
                    (before, after) -> List.of(),
                    List.of());
        }
        Completion.Outcome outcome = completion.complete(got.drafts(), got.toFetch());
        window.add(got.ids());
        Instant last = got.newestAt() == null ? window.from() : got.newestAt();
        Ending ending = Ending.of(unit, window, got, last, recordsPerWindow, pages);
        return step(backfill.after(outcome.whole().size()), window, got, last, outcome, ending);
    }

    private BackfillStep step(
            Backfill read, FeedWindow window, Gathered got, Instant last, Completion.Outcome outcome, Ending ending) {
        int gaps = ending.isGap() ? read.gaps() + 1 : ending.token() == null ? 0 : read.gaps();
        boolean lasting = gaps >= LASTING_GAP;
        List<Notice> notices = lasting
                ? List.of(Notice.gap(
                        read.id(), "records changed since " + window.from(), ending.counted(), ending.read()))
                : List.of();
        // After a gap that lasts there is nothing better than to go on behind it.
        boolean isLast = ending.isComplete() || (lasting && got.isEndOfFeed());
        FeedWindow next = lasting ? window.again(last) : ending.window();
        open = next;
        Backfill now = next == null ? read : read.at(next.position(), ending.token());
        return new BackfillStep(now.withGaps(lasting ? 0 : gaps), isLast, records(outcome), notices);
    }

    private BackfillStep.Records records(Completion.Outcome outcome) {
        Instant now = clock.instant();
        return (before, after) -> emission.emit(outcome, now, before, after).records();
    }

    /** The window of the last step while it stands where the backfill does; else one that knows only how many it has read. */
    private FeedWindow window(Backfill backfill, Backfill.Span span) {
        Cursor.Window position = backfill.window();
        if (position == null) {
            return FeedWindow.between(span.from(), span.to());
        }
        if (backfill.pageToken() == null) {
            return FeedWindow.between(position.from(), span.to());
        }
        FeedWindow last = open;
        return last != null && last.position().equals(position) ? last : new FeedWindow(position, span.to());
    }
}
