package com.sentia.gateway.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Counts one vendor's webhooks: by what became of them, and those without use by their kind. */
final class GatewayMeters {
    private static final int MOST_KINDS = 64;
    private static final Pattern KIND = Pattern.compile("[a-z_]{1,60}/[a-z_]{1,60}( cut off)?");
    private static final String OTHER = "other";
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry meters;
    private final String vendor;
    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final Timer acknowledged;
    private final Set<String> kinds = ConcurrentHashMap.newKeySet();

    GatewayMeters(MeterRegistry meters, String vendor) {
        this.meters = meters;
        this.vendor = vendor;
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(
                    outcome,
                    Counter.builder("gateway.webhooks")
                            .description("Webhooks by what became of them")
                            .tag("vendor", vendor)
                            .tag("outcome", outcome.tag())
                            .register(meters));
        }
        this.acknowledged = Timer.builder("gateway.acknowledgement")
                .description("From a webhook's headers to Kafka's acknowledgement")
                .tag("vendor", vendor)
                .serviceLevelObjectives(BOUNDS)
                .register(meters);
    }

    void count(Outcome outcome, long sinceNanos) {
        Counter counter = outcomes.get(outcome);
        if (counter != null) {
            counter.increment();
        }
        if (outcome == Outcome.DELIVERED) {
            acknowledged.record(Duration.ofNanos(System.nanoTime() - sinceNanos));
        }
    }

    void countDeadLetter(String reason) {
        meters.counter("gateway.dead.letters", "vendor", vendor, "reason", reason)
                .increment();
    }

    /** Kinds come from a header, so they are few and plain, or called other. */
    void countUnused(String kind) {
        boolean named = KIND.matcher(kind).matches()
                && (kinds.contains(kind) || (kinds.size() < MOST_KINDS && kinds.add(kind)));
        meters.counter("gateway.unused", "vendor", vendor, "kind", named ? kind : OTHER)
                .increment();
    }
}
