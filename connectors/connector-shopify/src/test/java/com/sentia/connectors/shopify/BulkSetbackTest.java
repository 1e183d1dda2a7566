package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.connectors.kit.JobCursor;
import com.sentia.connectors.kit.JobCursor.Job;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.schemas.NoticeKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BulkSetbackTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOON = MIDNIGHT.plus(Duration.ofHours(12));
    private static final JobCursor DAY = JobCursor.of(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1)), NOON);
    private static final JobCursor READ = DAY.with(new Job("gid", NOON, 900, 12, 4, "77"));

    private final BulkSetback setback = new BulkSetback(new SourceUnit("shopify", "shop", "order"));

    @Test
    void asksOnceMoreAndThenLeavesItToPages() {
        BulkStep once = setback.failed(READ, "it failed");
        assertThat(once.kind()).isEqualTo(BulkStep.Kind.GOES_ON);
        assertThat(once.at().job()).isNull();

        BulkStep twice = setback.failed(once.at(), "it failed");
        assertThat(twice.kind()).isEqualTo(BulkStep.Kind.BY_PAGES);
        assertThat(twice.at().from()).isEqualTo(MIDNIGHT);
    }

    @Test
    void tellsAGap() {
        assertThat(setback.incomplete(READ, 13, 12).notices()).singleElement().satisfies(gap -> {
            assertThat(gap.kind()).isEqualTo(NoticeKind.COMPLETENESS_GAP);
            assertThat(gap.figures()).containsEntry("expected", 13L).containsEntry("read", 12L);
        });
    }

    @Test
    void goesOnBehindTheLastRecordOfAnOperationThatBrokeOff() {
        BulkStep step = setback.brokenOff(READ, new Job("gid", NOON, 900, 12, 4, "77"));

        assertThat(step.at().after()).isEqualTo("77");
        assertThat(step.at().records()).isEqualTo(4);
        assertThat(step.at().failures()).isZero();
    }

    @Test
    void halvesTheSpanOfAnOperationThatGaveRecordsInNoOrder() {
        BulkStep step = setback.brokenOff(READ, new Job("gid", NOON, 900, 12, 4, ""));

        assertThat(step.at().to()).isEqualTo(NOON);
        assertThat(step.at().records()).isZero();
        assertThat(step.at().after()).isEmpty();
    }

    @Test
    void leavesAVerySmallSpanToPages() {
        JobCursor minute = JobCursor.of(MIDNIGHT, MIDNIGHT.plusSeconds(60), NOON);

        assertThat(setback.halved(minute, "it takes too long").kind()).isEqualTo(BulkStep.Kind.BY_PAGES);
    }
}
