package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.fact.FactDiff;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.runtime.Position;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiffLevelsTest {
    private static final long DAY_MS = 86_400_000;
    private static final long MONDAY = Instant.parse("2026-06-01T00:00:00Z").toEpochMilli();
    private static final long TUESDAY = MONDAY + DAY_MS;
    private static final long WEDNESDAY = TUESDAY + DAY_MS;

    private final KeyedOneInputStreamOperatorTestHarness<String, EntityChange, VersionEffect> harness =
            DiffHarness.create();

    @BeforeEach
    void open() throws Exception {
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void tellsByHowMuchALevelMoved() throws Exception {
        stands(MONDAY, 1, 10);
        stands(TUESDAY, 1, 4);

        assertThat(lastDiff()).isEqualTo(new FactDiff(List.of(), List.of(level(TUESDAY, -6))));
    }

    @Test
    void putsAnInstantInBetween() throws Exception {
        stands(MONDAY, 1, 10);
        stands(WEDNESDAY, 1, 4);
        stands(TUESDAY, 1, 7);

        assertThat(lastDiff())
                .isEqualTo(
                        new FactDiff(List.of(level(WEDNESDAY, -6)), List.of(level(TUESDAY, -3), level(WEDNESDAY, -3))));
    }

    @Test
    void takesBackAnInstantThatNeverWas() throws Exception {
        stands(MONDAY, 1, 10);
        stands(TUESDAY, 1, 7);
        send(TUESDAY, 2, List.of());
        assertThat(lastDiff()).isEqualTo(new FactDiff(List.of(level(TUESDAY, -3)), List.of()));

        stands(WEDNESDAY, 1, 4);
        assertThat(lastDiff()).isEqualTo(new FactDiff(List.of(), List.of(level(WEDNESDAY, -6))));
    }

    @Test
    void onlyTellsOfAStaleVersion() throws Exception {
        stands(MONDAY, 2, 10);
        stands(MONDAY, 1, 4);

        assertThat(harness.extractOutputValues()).last().isEqualTo(VersionEffect.STALE);
    }

    @Test
    void remembersWhatItStandsAtHoweverLongAgo() throws Exception {
        stands(MONDAY, 1, 10);
        stands(TUESDAY, 1, 7);
        harness.processWatermark(MONDAY + 1_000 * DAY_MS);

        stands(MONDAY + 1_000 * DAY_MS, 1, 4);

        assertThat(lastDiff()).isEqualTo(new FactDiff(List.of(), List.of(level(MONDAY + 1_000 * DAY_MS, -3))));
        assertThat(harness.numEventTimeTimers()).isEqualTo(1);
    }

    @Test
    void forgetsWhatStandsAtNothing() throws Exception {
        stands(MONDAY, 1, 10);
        stands(TUESDAY, 1, 0);

        harness.processWatermark(TUESDAY + 402 * DAY_MS);

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void setsAsideAnInstantBeyondRetention() throws Exception {
        harness.processWatermark(MONDAY + 402 * DAY_MS);

        stands(MONDAY, 1, 10);

        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(harness.getSideOutput(RetentionGuard.BEYOND_RETENTION)).hasSize(1);
    }

    private FactDiff lastDiff() {
        List<VersionEffect> effects = harness.extractOutputValues();
        return effects.get(effects.size() - 1).diff();
    }

    private void stands(long instantMs, long version, long units) throws Exception {
        send(instantMs, version, List.of(level(instantMs, units)));
    }

    private void send(long instantMs, long version, List<Fact> facts) throws Exception {
        harness.processElement(
                new EntityChange(
                        "stock/main/W1/A",
                        new EntityFacts(new EntityVersion(version, 0, 0), facts),
                        new Position("inventory.level.v1", 0, version),
                        instantMs * 1_000),
                0);
    }

    private static Fact level(long instantMs, long units) {
        return Fact.of(FactKind.STOCK, instantMs * 1_000)
                .with(Attribute.WAREHOUSE, "W1")
                .with(Attribute.SKU, "A")
                .with(Figure.ON_HAND, units)
                .build();
    }
}
