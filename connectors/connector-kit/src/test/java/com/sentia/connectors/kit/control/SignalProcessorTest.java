package com.sentia.connectors.kit.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.connectors.kit.Cursor;
import com.sentia.connectors.kit.LiveFeed;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourcePosition;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.schemas.ConnectorNotice;
import com.sentia.schemas.ConnectorSignal;
import com.sentia.schemas.NoticeKind;
import com.sentia.schemas.SignalKind;
import com.sentia.schemas.codec.RecordCodec;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignalProcessorTest {
    private static final Instant MIDDAY = Instant.parse("2026-01-01T12:00:00Z");
    private static final RecordCodec NO_REGISTRY = RecordCodec.connectedTo(URI.create("http://127.0.0.1:1"));

    private final Signals topic = new Signals();
    private final List<ConnectorNotice> encoded = new ArrayList<>();
    private final List<SourceUnit> woken = new ArrayList<>();
    private final Feed one = new Feed("one");
    private final Feed two = new Feed("two");
    private boolean registryAway;
    private Instant now = MIDDAY;

    @Test
    void hearsWhatComesAfterItsFirstStart() {
        topic.add(SignalKind.PAUSE, null);
        FeedControl control = control(one, null);
        SignalProcessor signals = processor(true, control);

        assertThat(poll(signals)).hasSize(1);
        assertThat(control.isPaused()).isFalse();

        topic.add(SignalKind.PAUSE, null);
        poll(signals);
        assertThat(control.isPaused()).isTrue();
        assertThat(kinds()).containsExactly(NoticeKind.FEED_ADDED, NoticeKind.SIGNAL_ACCEPTED);
    }

    @Test
    void actsOnASignalOnceOverRestarts() {
        FeedControl first = control(one, ControlState.from(0));
        topic.add(SignalKind.REREAD, null);
        List<SourceRecord> records = poll(processor(true, first));
        assertThat(one.begun).isEqualTo(1);
        SourceRecord answer = records.get(0);
        ControlState kept = ControlOffsets.read(answer.sourceOffset());

        poll(processor(true, control(one, kept)));

        assertThat(one.begun).isEqualTo(1);
        assertThat(records)
                .extracting(SourceRecord::sourcePartition)
                .containsExactly(
                        ControlOffsets.partition(one.unit()), one.unit().partition());
    }

    @Test
    void reachesOnlyTheUnitItNames() {
        FeedControl first = control(one, ControlState.from(0));
        FeedControl second = control(two, ControlState.from(0));
        topic.add(SignalKind.PAUSE, "two");

        poll(processor(true, first, second));

        assertThat(first.isPaused()).isFalse();
        assertThat(second.isPaused()).isTrue();
        assertThat(woken).containsExactly(two.unit());
    }

    @Test
    void changesNothingBeforeTheAnswerCanBeWritten() {
        FeedControl control = control(one, ControlState.from(0));
        SignalProcessor signals = processor(true, control);
        topic.add(SignalKind.PAUSE, null);
        registryAway = true;

        assertThat(poll(signals)).isEmpty();
        assertThat(control.isPaused()).isFalse();

        registryAway = false;
        now = now.plusSeconds(10);
        assertThat(poll(signals)).hasSize(1);
        assertThat(control.isPaused()).isTrue();
    }

    @Test
    void onlyTheFirstTaskRefusesWhatNobodyIsAddressedBy() {
        topic.add(SignalKind.PAUSE, "nobody");
        topic.addUnreadable();

        poll(processor(false, control(two, ControlState.from(0))));
        assertThat(kinds()).isEmpty();

        poll(processor(true, control(one, ControlState.from(0))));
        assertThat(kinds()).containsExactly(NoticeKind.SIGNAL_REFUSED, NoticeKind.SIGNAL_REFUSED);
    }

    @Test
    void takesOneBackfillAtATime() {
        FeedControl control = control(one, ControlState.from(0));
        topic.add(SignalKind.BACKFILL, null);
        topic.add(SignalKind.BACKFILL, null);

        poll(processor(true, control));

        assertThat(kinds()).containsExactly(NoticeKind.SIGNAL_ACCEPTED, NoticeKind.SIGNAL_REFUSED);
        assertThat(encoded.get(1).getDetail()).contains("under way");
    }

    private SignalProcessor processor(boolean leads, FeedControl... controls) {
        return new SignalProcessor(
                topic, List.of(controls), signal -> !"nobody".equals(signal.getUnit()), leads, woken::add);
    }

    private List<SourceRecord> poll(SignalProcessor signals) {
        now = now.plus(Duration.ofSeconds(1));
        return signals.poll(now);
    }

    private FeedControl control(Feed feed, @Nullable ControlState restored) {
        Clock clock = Clock.fixed(MIDDAY, ZoneOffset.UTC);
        return new FeedControl(feed, asked -> Optional.empty(), new Notices(true, "c", this::encode, clock), restored);
    }

    private byte[] encode(String topicName, SpecificRecord value) {
        if (registryAway) {
            return NO_REGISTRY.encode(topicName, value);
        }
        encoded.add((ConnectorNotice) value);
        return new byte[0];
    }

    private List<NoticeKind> kinds() {
        return encoded.stream().map(ConnectorNotice::getKind).toList();
    }

    private static final class Signals implements SignalSource {
        private final List<ReceivedSignal> topic = new ArrayList<>();
        private int next;

        void add(SignalKind kind, @Nullable String unit) {
            ConnectorSignal.Builder signal = ConnectorSignal.newBuilder()
                    .setId("s" + topic.size())
                    .setConnector("c")
                    .setKind(kind)
                    .setUnit(unit)
                    .setRequestedAt(MIDDAY);
            if (kind == SignalKind.BACKFILL) {
                signal.setFrom(MIDDAY).setTo(MIDDAY.plusSeconds(1));
            }
            topic.add(new ReceivedSignal(topic.size(), signal.build()));
        }

        void addUnreadable() {
            topic.add(new ReceivedSignal(topic.size(), null));
        }

        @Override
        public OptionalLong begin(OptionalLong position) {
            next = (int) position.orElse(topic.size());
            return OptionalLong.of(topic.size());
        }

        @Override
        public List<ReceivedSignal> poll() {
            List<ReceivedSignal> received = List.copyOf(topic.subList(next, topic.size()));
            next = topic.size();
            return received;
        }

        @Override
        public void close() {
            // The list stays as it is.
        }
    }

    private static final class Feed implements LiveFeed {
        private final String name;
        private int begun;

        Feed(String name) {
            this.name = name;
        }

        @Override
        public SourceUnit unit() {
            return new SourceUnit("vendor", name, "order");
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
            return Optional.empty();
        }

        @Override
        public SourcePosition beginning() {
            return SourcePosition.of(unit(), Cursor.atStart(Instant.EPOCH));
        }

        @Override
        public void beginAgain() {
            begun++;
        }
    }
}
