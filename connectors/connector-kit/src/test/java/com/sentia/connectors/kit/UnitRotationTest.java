package com.sentia.connectors.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class UnitRotationTest {
    private static final Duration STOPPED_RETRY = Duration.ofMinutes(3);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), new Random(1));

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    @Test
    void takesUnitsInTurn() {
        Feed one = new Feed("one");
        Feed two = new Feed("two");
        UnitRotation rotation = rotation(one, two);

        rotation.poll();
        rotation.poll();
        rotation.poll();

        assertThat(one.reads).isEqualTo(2);
        assertThat(two.reads).isEqualTo(1);
    }

    @Test
    void asksARefusedUnitAgainOnlyAfterItsInterval() {
        Feed refused = new Feed("refused").failing(new SourceException.StopUnit("HTTP 401"));
        Feed well = new Feed("well");
        UnitRotation rotation = rotation(refused, well);

        for (int i = 0; i < 5; i++) {
            rotation.poll();
        }
        assertThat(refused.reads).isEqualTo(1);
        assertThat(well.reads).isEqualTo(4);

        now = now.plus(STOPPED_RETRY);
        rotation.poll();
        rotation.poll();
        assertThat(refused.reads).isEqualTo(2);
    }

    @Test
    void setsALastingProblemAsideAtItsThirdAppearanceOnly() {
        Feed damaged = new Feed("damaged");
        for (int i = 0; i < 5; i++) {
            damaged.failing(new SourceException.SetAside("malformed-answer", "no JSON", new byte[0]));
        }
        UnitRotation rotation = rotation(damaged);

        List<Integer> dead = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            dead.add(rotation.poll().size());
            now = now.plus(Duration.ofMinutes(2));
        }

        assertThat(dead).containsExactly(0, 0, 1, 0, 0);
    }

    @Test
    void waitsAsLongAsTheVendorAsks() {
        Feed busy = new Feed("busy").failing(new SourceException.Wait(Duration.ofSeconds(7), "HTTP 429"));
        UnitRotation rotation = rotation(busy);

        rotation.poll();
        now = now.plusSeconds(6);
        rotation.poll();
        assertThat(busy.reads).isEqualTo(1);

        now = now.plusSeconds(1);
        rotation.poll();
        assertThat(busy.reads).isEqualTo(2);
    }

    private UnitRotation rotation(Feed... feeds) {
        return new UnitRotation(List.of(feeds), BACKOFF, STOPPED_RETRY, clock, duration -> {
            // Time is moved by the tests.
        });
    }

    private static final class Feed implements UnitFeed {
        private final String name;
        private final Deque<SourceException> failures = new ArrayDeque<>();
        private int reads;

        Feed(String name) {
            this.name = name;
        }

        Feed failing(SourceException failure) {
            failures.add(failure);
            return this;
        }

        @Override
        public SourceUnit unit() {
            return new SourceUnit("vendor", name, "order");
        }

        @Override
        public List<SourceRecord> read() throws SourceException {
            reads++;
            SourceException failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
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
            return List.of(new SourceRecord(Map.of(), Map.of(), "dead", null, null));
        }
    }
}
