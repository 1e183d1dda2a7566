package com.sentia.connectors.kit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.connectors.kit.Cursor;
import com.sentia.connectors.kit.LiveFeed;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourcePosition;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.schemas.ConnectorNotice;
import com.sentia.schemas.NoticeKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class SideFeedTest {
    private final SourceException.StopUnit refused = new SourceException.StopUnit("no such scope");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

    private final List<ConnectorNotice> told = new ArrayList<>();
    private final CountedFeed feed = new CountedFeed();

    @Test
    void tellsOnceThatItIsRefusedAndOnceThatItIsReadAgain() throws SourceException {
        SideFeed side = SideFeed.of("deletes", feed, control(ControlState.from(0)));

        assertThat(side.stopped(refused)).hasSize(1);
        assertThat(side.stopped(refused)).isEmpty();
        side.read();
        side.read();
        assertThat(side.stopped(refused)).hasSize(1);

        assertThat(told)
                .extracting(ConnectorNotice::getKind)
                .containsExactly(NoticeKind.UNIT_STOPPED, NoticeKind.UNIT_READS_AGAIN, NoticeKind.UNIT_STOPPED);
        assertThat(told.get(0).getDetail()).isEqualTo("deletes: no such scope");
    }

    @Test
    void saysNothingOfAFeedThatWasRefusedAndStillFails() {
        SideFeed side = SideFeed.of("deletes", feed, control(ControlState.from(0)));
        side.stopped(refused);
        feed.failing = true;

        assertThatThrownBy(side::read).isInstanceOf(SourceException.Retry.class);

        assertThat(told).extracting(ConnectorNotice::getKind).containsExactly(NoticeKind.UNIT_STOPPED);
    }

    @Test
    void pausesWithItsStreamWhereItIsPartOfIt() throws SourceException {
        FeedControl paused = control(ControlState.from(0).paused(true));

        SideFeed.of("deletes", feed, paused).read();
        assertThat(feed.read).isZero();

        SideFeed.toldBy(paused, "subscriptions", feed).read();
        assertThat(feed.read).isEqualTo(1);
    }

    private FeedControl control(ControlState state) {
        Notices notices = new Notices(
                true,
                "shops",
                (topic, value) -> {
                    told.add((ConnectorNotice) value);
                    return new byte[0];
                },
                CLOCK);
        return new FeedControl(feed, asked -> Optional.empty(), notices, state);
    }

    /** Counts its reads. */
    private static final class CountedFeed implements LiveFeed {
        private int read;
        private boolean failing;

        @Override
        public SourceUnit unit() {
            return new SourceUnit("vendor", "shop", "thing");
        }

        @Override
        public List<SourceRecord> read() throws SourceException {
            if (failing) {
                throw new SourceException.Retry("away", null);
            }
            read++;
            return List.of();
        }

        @Override
        public Duration pause() {
            return Duration.ZERO;
        }

        @Override
        public Optional<Instant> completeTo() {
            return Optional.empty();
        }

        @Override
        public SourcePosition beginning() {
            return SourcePosition.of(unit(), Cursor.atStart(Instant.EPOCH));
        }

        @Override
        public void beginAgain() {}

        @Override
        public List<SourceRecord> heartbeat(Instant now) {
            return List.of();
        }

        @Override
        public List<SourceRecord> setAside(SourceException.SetAside problem) {
            return List.of();
        }
    }
}
