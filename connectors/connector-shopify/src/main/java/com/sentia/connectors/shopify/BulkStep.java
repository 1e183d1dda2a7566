package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.JobCursor;
import com.sentia.connectors.kit.control.BackfillStep;
import com.sentia.connectors.kit.control.Notice;
import java.util.List;

/**
 * What one step of reading by bulk operations gave.
 *
 * @param kind how it goes on
 * @param at how far it is now; where it is done, its last span; where pages go on, the span they begin with
 * @param handedOn how many records it gave
 * @param records makes them, once the positions are known
 * @param notices what there is to tell
 */
record BulkStep(Kind kind, JobCursor at, int handedOn, BackfillStep.Records records, List<Notice> notices) {
    /** How it goes on. */
    enum Kind {
        /** There is more. */
        GOES_ON,
        /** Everything up to the end was read. */
        DONE,
        /** What is left has to be read by pages. */
        BY_PAGES
    }

    static BulkStep to(JobCursor next, Notice... notices) {
        return of(Kind.GOES_ON, next, notices);
    }

    static BulkStep done(JobCursor at) {
        return of(Kind.DONE, at);
    }

    static BulkStep byPages(JobCursor at, Notice... notices) {
        return of(Kind.BY_PAGES, at, notices);
    }

    /** The same with records. */
    BulkStep handing(int count, BackfillStep.Records made) {
        return new BulkStep(kind, at, count, made, notices);
    }

    private static BulkStep of(Kind kind, JobCursor at, Notice... notices) {
        return new BulkStep(kind, at, 0, (before, after) -> List.of(), List.of(notices));
    }
}
