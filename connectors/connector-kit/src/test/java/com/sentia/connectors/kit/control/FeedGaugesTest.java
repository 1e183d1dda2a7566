package com.sentia.connectors.kit.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.connectors.kit.Cursor;
import com.sentia.connectors.kit.FeedState;
import com.sentia.connectors.kit.LiveFeed;
import com.sentia.connectors.kit.RateBudget;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourcePosition;
import com.sentia.connectors.kit.SourceUnit;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class FeedGaugesTest {
    private static final Instant MIDDAY = Instant.parse("2026-01-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(MIDDAY, ZoneOffset.UTC);

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final RateBudget budget = new RateBudget(CLOCK, duration -> {});
    private Optional<Instant> completeTo = Optional.empty();

    @Test
    void showHowAFeedStands() throws JMException {
        ObjectName name = new ObjectName("com.sentia.connectors:type=feed,vendor=v,unit=shop.example.com,entity=order");
        try (FeedGauges gauges =
                new FeedGauges(new Feed(), budget, MIDDAY.plus(Duration.ofDays(30)), CLOCK).register()) {
            assertThat(server.getAttribute(name, "CompleteToLagSeconds")).isEqualTo(-1.0);
            assertThat(server.getAttribute(name, "BudgetAvailable")).isEqualTo(-1.0);

            completeTo = Optional.of(MIDDAY.minusSeconds(7));
            budget.tell(900, 1_000, 50, 10);
            gauges.enter(FeedState.CAUGHT_UP);
            gauges.count(List.of(
                    record("raw.v.order", null), record("raw.v.order", 2), record("raw.v.order.rejected", null)));

            assertThat(server.getAttribute(name, "CompleteToLagSeconds")).isEqualTo(7.0);
            assertThat(server.getAttribute(name, "BudgetAvailable")).isEqualTo(900.0);
            assertThat(server.getAttribute(name, "State")).isEqualTo("caught-up");
            assertThat(server.getAttribute(name, "RecordsSent")).isEqualTo(1L);
            assertThat(server.getAttribute(name, "RecordsRejected")).isEqualTo(1L);
            assertThat(server.getAttribute(name, "ApiVersionDaysLeft")).isEqualTo(30.0);
        }
        assertThat(server.isRegistered(name)).isFalse();
    }

    private static SourceRecord record(String topic, @org.jspecify.annotations.Nullable Integer partition) {
        return new SourceRecord(Map.of(), Map.of(), topic, partition, null, null, null, null);
    }

    private final class Feed implements LiveFeed {
        @Override
        public SourceUnit unit() {
            return new SourceUnit("v", "shop.example.com", "order");
        }

        @Override
        public List<SourceRecord> read() {
            return List.of();
        }

        @Override
        public Duration pause() {
            return Duration.ZERO;
        }

        @Override
        public List<SourceRecord> heartbeat(Instant at) {
            return List.of();
        }

        @Override
        public List<SourceRecord> setAside(SourceException.SetAside problem) {
            return List.of();
        }

        @Override
        public Optional<Instant> completeTo() {
            return completeTo;
        }

        @Override
        public SourcePosition beginning() {
            return SourcePosition.of(unit(), Cursor.atStart(Instant.EPOCH));
        }

        @Override
        public void beginAgain() {
            // Nothing was read.
        }
    }
}
