package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.JobCursor;
import com.sentia.connectors.kit.JobCursor.Job;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.control.Notice;
import com.sentia.schemas.NoticeKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what becomes of a span whose bulk operation did not give all of it: the rest of it, a smaller span, the same once more, and
 * in the end pages, which depend on no operation.
 *
 * @param unit whose span it is
 */
record BulkSetback(SourceUnit unit) {
    private static final Logger LOG = LoggerFactory.getLogger(BulkSetback.class);
    private static final int MOST_FAILURES = 2;
    private static final Duration SMALLEST = Duration.ofMinutes(1);

    /** The operation gave nothing that can be used. */
    BulkStep failed(JobCursor at, String why) {
        JobCursor again = at.failed();
        return again.failures() < MOST_FAILURES ? BulkStep.to(again, notice(at, why)) : byPages(again, why);
    }

    /** The operation gave less than Shopify counts. */
    BulkStep incomplete(JobCursor at, long expected, long read) {
        String where = "records " + span(at) + " by bulk operation";
        LOG.warn("event=completeness-gap unit={} where=\"{}\" counted={} read={}", unit, where, expected, read);
        JobCursor again = at.failed();
        Notice gap = Notice.gap(null, where, expected, read);
        return again.failures() < MOST_FAILURES ? BulkStep.to(again, gap) : BulkStep.byPages(again, gap);
    }

    /** The operation failed, and the beginning of what it would have given was read. */
    BulkStep brokenOff(JobCursor at, Job job) {
        String why = "bulk operation " + job.id() + " broke off after " + job.records() + " records";
        if (job.records() == 0) {
            return failed(at, why);
        }
        // Nobody promises an order. Where the ids ascended so far, all greater ones are asked for; that the sum is
        // right is
        // checked at the end.
        return job.last().isEmpty()
                ? halved(at, why)
                : BulkStep.to(at.behind(job.last(), job.records()), notice(at, why));
    }

    /** The operation is too large. */
    BulkStep halved(JobCursor at, String why) {
        Duration half = Duration.between(at.from(), at.to()).dividedBy(2);
        if (half.compareTo(SMALLEST) < 0) {
            return byPages(at, why);
        }
        Instant middle = at.from().plus(half).truncatedTo(ChronoUnit.SECONDS);
        return BulkStep.to(at.until(middle), notice(at, why));
    }

    /** No operation can be had. */
    BulkStep byPages(JobCursor at, String why) {
        LOG.warn("event=bulk-given-up unit={} why=\"{}\" consequence=read-by-pages", unit, why);
        return BulkStep.byPages(at, notice(at, why + "; it is read by pages"));
    }

    static String span(JobCursor at) {
        return "changed from " + at.from() + " to " + at.to();
    }

    private static Notice notice(JobCursor at, String why) {
        return new Notice(
                NoticeKind.JOB_FAILED, null, why + ": records " + span(at), Map.of("failures", (long) at.failures()));
    }
}
