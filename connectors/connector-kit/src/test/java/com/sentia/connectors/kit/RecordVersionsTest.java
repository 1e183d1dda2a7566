package com.sentia.connectors.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.Version;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordVersionsTest {
    private static final Instant UPDATED = Instant.parse("2026-03-01T12:00:00.000001Z");
    private static final Instant FETCHED = Instant.parse("2026-03-01T12:00:01Z");

    @Test
    void countsInMicroseconds() {
        assertThat(RecordVersions.ofFullRead(UPDATED, FETCHED))
                .isEqualTo(new Version(1_772_366_400_000_001L, 2, 1_772_366_401_000_000L));
    }

    @Test
    void putsAFullReadAboveAWebhookAndADeleteAboveBothOfTheSameTime() {
        assertThat(RecordVersions.ofWebhook(UPDATED, FETCHED).getFeedRank())
                .isLessThan(RecordVersions.ofFullRead(UPDATED, FETCHED).getFeedRank());
        assertThat(RecordVersions.ofFullRead(UPDATED, FETCHED).getFeedRank())
                .isLessThan(RecordVersions.ofDelete(UPDATED, FETCHED).getFeedRank());
    }
}
