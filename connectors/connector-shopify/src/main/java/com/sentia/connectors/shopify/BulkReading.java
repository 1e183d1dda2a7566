package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.HttpExchange;
import com.sentia.connectors.kit.JobCursor;
import com.sentia.connectors.kit.JobCursor.Job;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourcePosition;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.control.Notice;
import com.sentia.connectors.shopify.BulkOperations.State;
import com.sentia.connectors.shopify.BulkRecords.Chunk;
import com.sentia.schemas.Feed;
import com.sentia.schemas.NoticeKind;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a span of the past of one stream by bulk operations, a step at a time. A span is only left behind when its operation has
 * completed, its file had as many lines as Shopify counts objects, and Shopify counts no more records than were read. Operations
 * that fail are begun again once, and what they gave until then is kept; then the span is left to paging, which depends on none of it.
 */
final class BulkReading {
    private static final Logger LOG = LoggerFactory.getLogger(BulkReading.class);
    /** Shopify goes on with some operations that it calls failed, and tells what they gave later. */
    private static final int LOOKS_FOR_PARTIAL_FILE = 20;

    private final SourceUnit unit;
    private final BulkQuery query;
    private final BulkOperations operations;
    private final HttpExchange http;
    private final BulkRecords records;
    private final Pages pages;
    private final Function<ObjectNode, Draft> drafting;
    private final Completion completion;
    private final Emission emission;
    private final BulkSettings settings;
    private final Clock clock;
    private final BulkSetback setback;

    private @Nullable BulkFile file;
    private @Nullable State state;
    private @Nullable Instant waitingSince;
    private int looks;
    private boolean begun;

    BulkReading(
            SourceUnit unit,
            BulkQuery query,
            BulkOperations operations,
            HttpExchange http,
            BulkRecords records,
            Pages pages,
            Function<ObjectNode, Draft> drafting,
            Completion completion,
            Emission emission,
            BulkSettings settings,
            Clock clock) {
        this.unit = unit;
        this.query = query;
        this.operations = operations;
        this.http = http;
        this.records = records;
        this.pages = pages;
        this.drafting = drafting;
        this.completion = completion;
        this.emission = emission;
        this.settings = settings;
        this.clock = clock;
        this.setback = new BulkSetback(unit);
    }

    /** Whether the records changed since an instant, or in a span, are to be read so. */
    boolean isWanted(Instant from, @Nullable Instant to) throws SourceException {
        return switch (settings.by()) {
            case BULK -> true;
            case PAGES -> false;
            case AUTO -> pages.count(FeedWindow.between(from, to).search()) >= settings.threshold();
        };
    }

    /** Where reading begins: at first with an operation of an earlier run that no offset knows of, else with none. */
    JobCursor begin(Instant from, @Nullable Instant to) throws SourceException {
        BulkOperations.Own own = operations.own();
        Instant end = to == null || to.isAfter(own.date()) ? own.date() : to;
        if (begun) {
            return JobCursor.of(from, end, end);
        }
        begun = true;
        Instant now = clock.instant();
        for (State operation : own.operations()) {
            Duration age = Duration.between(operation.createdAt(), own.date());
            // Who asks for a backfill wants the records as they are now, not as an earlier operation found them.
            boolean usable = operation.isRunning()
                    || (to == null && operation.status().equals("COMPLETED") && age.compareTo(settings.deadline()) < 0);
            Instant its = query.end(operation.query(), from).orElse(null);
            if (usable && its != null && (to == null || its.equals(end))) {
                LOG.info("event=bulk-operation-adopted unit={} id={}", unit, operation.id());
                // Taken for older than it is where the shop's clock runs faster than ours, as a simulated one does.
                Job job = Job.asked(operation.id(), now.minus(age.isNegative() ? Duration.ZERO : age));
                return JobCursor.of(from, its, its).with(job);
            }
        }
        return JobCursor.of(from, end, end);
    }

    /** Reads on. A step that fails has changed nothing. */
    BulkStep step(JobCursor at) throws SourceException {
        Job job = at.job();
        if (job == null) {
            return ask(at);
        }
        try {
            BulkFile open = file != null && file.isAt(job.id(), job.bytes()) ? file : null;
            if (open == null) {
                file = null;
                State now = operations.state(job.id()).orElse(null);
                if (now == null) {
                    return setback.failed(at, "Shopify does not know bulk operation " + job.id() + " any more");
                }
                if (now.isRunning()) {
                    return waitFor(at, job);
                }
                URI uri = fileOf(now);
                if (uri == null) {
                    return withoutFile(at, now);
                }
                looks = 0;
                state = now;
                boolean partial = !now.status().equals("COMPLETED");
                open = new BulkFile(http, job.id(), uri, partial, job.bytes());
                file = open;
            }
            return read(at, job, open);
        } catch (BulkFileException e) {
            file = null;
            return switch (e.kind()) {
                case ADDRESS -> refused(at, job, e);
                case CONTENT -> setback.failed(at, String.valueOf(e.getMessage()));
                case PARTS -> setback.byPages(at, String.valueOf(e.getMessage()));
            };
        }
    }

    /** A fresh address is asked for again and again, within reason. */
    private BulkStep refused(JobCursor at, Job job, BulkFileException e) throws SourceException {
        String why = String.valueOf(e.getMessage());
        if (clock.instant().isAfter(job.askedAt().plus(settings.deadline()))) {
            return setback.failed(at, why);
        }
        throw new SourceException.Retry(why, e);
    }

    private BulkStep ask(JobCursor at) throws SourceException {
        Instant now = clock.instant();
        BulkOperations.Begun begun = operations.run(query.text(at));
        String id = begun.id();
        if (id != null) {
            waitingSince = null;
            String detail = "bulk operation " + id + " reads records " + BulkSetback.span(at);
            return BulkStep.to(at.with(Job.asked(id, now)), Notice.of(NoticeKind.JOB_STARTED, null, detail));
        }
        if (!begun.isFull()) {
            return setback.byPages(at, "Shopify refuses the bulk operation: " + begun.message());
        }
        // Others' operations hold the slots. They end by themselves; none is ours to cancel.
        waitingSince = waitingSince == null ? now : waitingSince;
        if (waitingSince.plus(settings.deadline()).isBefore(now)) {
            waitingSince = null;
            return setback.byPages(at, "no slot for a bulk operation within " + settings.deadline());
        }
        throw new SourceException.Wait(settings.pollInterval(), "every slot for bulk operations is taken");
    }

    private BulkStep waitFor(JobCursor at, Job job) throws SourceException {
        if (clock.instant().isBefore(job.askedAt().plus(settings.deadline()))) {
            throw new SourceException.Wait(settings.pollInterval(), "bulk operation " + job.id() + " is running");
        }
        operations.cancel(job.id());
        return setback.halved(at, "bulk operation " + job.id() + " did not complete within " + settings.deadline());
    }

    private static @Nullable URI fileOf(State now) {
        return switch (now.status()) {
            case "COMPLETED" -> now.url();
            case "FAILED" -> now.partialUrl();
            default -> null;
        };
    }

    private BulkStep withoutFile(JobCursor at, State now) throws SourceException {
        if (now.status().equals("COMPLETED") && now.objects() == 0) {
            return counted(at);
        }
        if (now.errorCode().equals("ACCESS_DENIED")) {
            throw new SourceException.StopUnit("the token lacks an access scope that the bulk operation needs");
        }
        if (now.errorCode().equals("INTERNAL_SERVER_ERROR") && looks < LOOKS_FOR_PARTIAL_FILE) {
            looks++;
            throw new SourceException.Wait(settings.pollInterval(), "what the operation gave is not told yet");
        }
        looks = 0;
        return setback.failed(at, "bulk operation " + now.id() + " is " + now.status() + " " + now.errorCode());
    }

    private BulkStep read(JobCursor at, Job job, BulkFile open) throws SourceException, BulkFileException {
        Chunk chunk = records.read(open, job, settings.recordsPerPoll());
        List<Draft> drafts = new ArrayList<>();
        chunk.records().forEach(record -> drafts.add(drafting.apply(record)));
        Completion.Outcome whole = completion.complete(drafts, List.of());
        Completion.Outcome fetched = completion.complete(List.of(), List.copyOf(chunk.strays()));
        JobCursor now = at.with(chunk.job());
        BulkStep next = chunk.isEnd() ? ended(now, chunk.job(), open) : BulkStep.to(now);
        Instant fetchedAt = clock.instant();
        return next.handing(whole.whole().size() + fetched.whole().size(), (before, after) -> {
            SourcePosition between = fetched.whole().isEmpty() ? after : before;
            // What an operation gives may be as old as the operation: what was read since then stands above it.
            List<SourceRecord> out = new ArrayList<>();
            out.addAll(emission.emit(Feed.BULK, whole, job.askedAt(), before, between)
                    .records());
            out.addAll(
                    emission.emit(Feed.BULK, fetched, fetchedAt, before, after).records());
            return out;
        });
    }

    private BulkStep ended(JobCursor at, Job job, BulkFile open) throws SourceException {
        State told = state;
        file = null;
        if (open.isPartial() || told == null) {
            return setback.brokenOff(at, job);
        }
        boolean agrees = told.objects() == job.lines() && told.roots() == job.records();
        return agrees ? counted(at) : setback.incomplete(at, told.objects(), job.lines());
    }

    private BulkStep counted(JobCursor at) throws SourceException {
        long expected = pages.count(BulkQuery.search(at));
        if (expected > at.records()) {
            return setback.incomplete(at, expected, at.records());
        }
        return at.isLast() ? BulkStep.done(at) : BulkStep.to(at.next());
    }
}
