package com.sentia.verification.facts;

import com.sentia.schemas.Op;
import com.sentia.schemas.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns changes of entities into versions, read as connectors read them: by polls, and some by webhook before. */
final class Journal {
    private static final int BY_WEBHOOK = 1;
    private static final int BY_POLL = 2;
    private static final int GONE = 9;
    private static final int WEBHOOK_PERCENT = 40;
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration POLL_INTERVAL = Duration.ofMinutes(15);

    private final List<Arrival> arrivals = new ArrayList<>();
    private final Map<Entity, Op> changed = new LinkedHashMap<>();
    private final Map<Entity, Instant> lastChange = new HashMap<>();
    private final Chance chance;

    Journal(Chance chance) {
        this.chance = chance;
    }

    void changed(Entity entity) {
        changed.put(entity, Op.UPSERT);
    }

    void deleted(Entity entity) {
        changed.put(entity, Op.DELETE);
    }

    /** Writes one version of each entity that changed since the last time. */
    void settle(Instant now) {
        changed.forEach((entity, op) -> {
            if (op == Op.DELETE) {
                // The source doesn't say when: the last time seen, at the highest rank.
                arrive(entity, op, lastChange.getOrDefault(entity, now), GONE, now.plus(pollDelay()));
                return;
            }
            lastChange.put(entity, now);
            if (chance.in(WEBHOOK_PERCENT)) {
                arrive(entity, op, now, BY_WEBHOOK, now.plus(chance.between(Duration.ZERO, SOON)));
            }
            arrive(entity, op, now, BY_POLL, now.plus(pollDelay()));
        });
        changed.clear();
    }

    /** All versions in the order in which they arrive. */
    List<Arrival> arrivals() {
        return arrivals.stream()
                .sorted(Comparator.comparing(Arrival::arrivedAt))
                .toList();
    }

    private Duration pollDelay() {
        return chance.between(SOON, POLL_INTERVAL);
    }

    private void arrive(Entity entity, Op op, Instant updatedAt, int rank, Instant fetchedAt) {
        Version version = new Version(Versions.micros(updatedAt), rank, Versions.micros(fetchedAt));
        arrivals.add(new Arrival(entity.topic(), entity.key(), entity.as(version, op), fetchedAt));
    }
}
