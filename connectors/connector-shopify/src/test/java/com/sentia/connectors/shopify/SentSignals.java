package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.control.ReceivedSignal;
import com.sentia.connectors.kit.control.SignalSource;
import com.sentia.schemas.ConnectorSignal;
import com.sentia.schemas.SignalKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The topic of signals in a list, which outlives the tasks that read it. */
final class SentSignals implements SignalSource {
    private final List<ConnectorSignal> topic = new ArrayList<>();
    private int next;

    /** A signal for a shop's orders, or for everything where the shop is null; its id is the kind in lower case. */
    static ConnectorSignal.Builder signal(SignalKind kind, @Nullable String shop) {
        return ConnectorSignal.newBuilder()
                .setId(kind.name().toLowerCase(java.util.Locale.ROOT))
                .setConnector("shopify")
                .setKind(kind)
                .setUnit(shop)
                .setEntity(shop == null ? null : "order")
                .setRequestedAt(Instant.EPOCH);
    }

    void send(ConnectorSignal.Builder signal) {
        topic.add(signal.build());
    }

    @Override
    public OptionalLong begin(OptionalLong position) {
        next = (int) position.orElse(topic.size());
        return OptionalLong.of(topic.size());
    }

    @Override
    public List<ReceivedSignal> poll() {
        List<ReceivedSignal> received = new ArrayList<>();
        for (; next < topic.size(); next++) {
            received.add(new ReceivedSignal(next, topic.get(next)));
        }
        return received;
    }

    @Override
    public void close() {
        // The list stays as it is.
    }
}
