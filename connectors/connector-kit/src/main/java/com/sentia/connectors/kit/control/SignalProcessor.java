package com.sentia.connectors.kit.control;

import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.schemas.ConnectorSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands each signal to the feeds of a task that it addresses, in order; what can't be done now is done at a later look. */
public final class SignalProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(SignalProcessor.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final SignalSource source;
    private final List<FeedControl> feeds;
    private final Predicate<ConnectorSignal> addressable;
    private final boolean leads;
    private final Consumer<SourceUnit> wake;
    private final Deque<ReceivedSignal> pending = new ArrayDeque<>();
    private boolean begun;
    private Instant nextLook = Instant.MIN;

    /**
     * @param feeds of this task
     * @param addressable whether any task of the connector has a feed the signal is for
     * @param leads whether this is the task that refuses what no feed is addressed by
     * @param wake is told whose turn has to come at once
     */
    public SignalProcessor(
            SignalSource source,
            List<FeedControl> feeds,
            Predicate<ConnectorSignal> addressable,
            boolean leads,
            Consumer<SourceUnit> wake) {
        this.source = source;
        this.feeds = List.copyOf(feeds);
        this.addressable = addressable;
        this.leads = leads;
        this.wake = wake;
    }

    /** Acts on the signals that have come; the records that say so, all of one poll. */
    public List<SourceRecord> poll(Instant now) {
        if (feeds.isEmpty() || now.isBefore(nextLook)) {
            return List.of();
        }
        List<SourceRecord> records = new ArrayList<>();
        try {
            boolean listens = begun || begin(records);
            nextLook = now.plus(listens ? BETWEEN_LOOKS : BETWEEN_TRIES);
            if (listens) {
                pending.addAll(source.poll());
            }
            while (!pending.isEmpty()) {
                obey(pending.element(), records);
                pending.remove();
            }
        } catch (SourceException e) {
            LOG.warn("event=signals-postponed waiting={} why=\"{}\"", pending.size(), e.getMessage());
            nextLook = now.plus(BETWEEN_TRIES);
        }
        return records;
    }

    /** From the first signal that some feed has not heard; feeds that are new hear what comes from now on. */
    private boolean begin(List<SourceRecord> records) throws SourceException {
        OptionalLong unheard = feeds.stream()
                .flatMap(feed -> feed.signalPosition().stream())
                .mapToLong(Long::longValue)
                .min();
        OptionalLong end = source.begin(unheard);
        if (end.isEmpty()) {
            return false;
        }
        for (FeedControl feed : feeds) {
            records.addAll(feed.begin(end.getAsLong()));
        }
        begun = true;
        return true;
    }

    private void obey(ReceivedSignal received, List<SourceRecord> records) throws SourceException {
        ConnectorSignal signal = received.signal();
        if (signal == null) {
            refuse(received.position(), null, "it is no signal this connector can read", records);
            return;
        }
        if (!addressable.test(signal)) {
            refuse(
                    received.position(),
                    signal.getId(),
                    "no feed of this connector is unit " + signal.getUnit() + ", entity " + signal.getEntity(),
                    records);
            return;
        }
        for (FeedControl feed : feeds) {
            if (isFor(feed.unit(), signal)) {
                records.addAll(feed.obey(received.position(), signal));
                wake.accept(feed.unit());
            }
        }
    }

    private void refuse(long position, @Nullable String signal, String why, List<SourceRecord> records)
            throws SourceException {
        if (leads) {
            records.addAll(feeds.get(0).refuse(position, signal, why));
        }
    }

    private static boolean isFor(SourceUnit unit, ConnectorSignal signal) {
        return (signal.getUnit() == null || signal.getUnit().equals(unit.unit()))
                && (signal.getEntity() == null || signal.getEntity().equals(unit.entity()));
    }
}
