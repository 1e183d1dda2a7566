package com.sentia.gateway.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Remembers by their marks the webhooks that Kafka has acknowledged, for a while and up to a number of them. What is forgotten and
 * comes again is written again: its version says that it is the same.
 */
public final class DeliveredMarks {
    private final long rememberedMillis;
    private final int most;
    private final Clock clock;
    private final Map<UUID, Long> deliveredAt = new LinkedHashMap<>();

    public DeliveredMarks(Duration remembered, int most, Clock clock) {
        this.rememberedMillis = remembered.toMillis();
        this.most = most;
        this.clock = clock;
    }

    /** Whether a webhook with one of the marks was delivered lately. */
    public synchronized boolean isKnown(List<UUID> marks) {
        long oldest = clock.millis() - rememberedMillis;
        for (UUID mark : marks) {
            Long at = deliveredAt.get(mark);
            if (at != null && at >= oldest) {
                return true;
            }
        }
        return false;
    }

    /** Remembers a webhook that has been acknowledged; never one that only was sent, or it could not be sent again. */
    public synchronized void remember(List<UUID> marks) {
        long now = clock.millis();
        for (UUID mark : marks) {
            deliveredAt.remove(mark);
            deliveredAt.put(mark, now);
        }
        forget(now - rememberedMillis);
    }

    /** How many marks are remembered. */
    public synchronized int size() {
        return deliveredAt.size();
    }

    private void forget(long oldest) {
        Iterator<Long> eldest = deliveredAt.values().iterator();
        while (eldest.hasNext() && (eldest.next() < oldest || deliveredAt.size() > most)) {
            eldest.remove();
        }
    }
}
