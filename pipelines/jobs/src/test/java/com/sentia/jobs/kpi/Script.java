package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.SalesCatalogue;
import com.sentia.analytics.window.RandomHistory;
import com.sentia.runtime.KafkaAddress;
import com.sentia.runtime.Position;
import com.sentia.runtime.UnitProgress;
import com.sentia.timescale.DatabaseAddress;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A random history as the events one partition would hold, and the facts it ends with. */
final class Script {
    static final String FEED = "shopify/uk/order";

    private static final Map<String, List<CanonicalEvent>> KEPT = new ConcurrentHashMap<>();

    private Script() {}

    /** Keeps events for a source in this JVM, which finds them under the name given back. */
    static String keep(List<CanonicalEvent> events) {
        String name = UUID.randomUUID().toString();
        KEPT.put(name, events);
        return name;
    }

    static List<CanonicalEvent> kept(String name) {
        return Objects.requireNonNull(KEPT.get(name));
    }

    static KpiSettings settings() {
        return settings(SalesCatalogue.text());
    }

    static KpiSettings settings(String kpis) {
        return settings(kpis, ZoneId.of("Europe/London"));
    }

    static KpiSettings settings(String kpis, ZoneId zone) {
        return new KpiSettings(
                "kpi",
                new KafkaAddress("localhost:1", URI.create("http://localhost:1")),
                new DatabaseAddress("postgresql://localhost:1/none", "none", "none"),
                List.of(FEED),
                zone,
                "GBP",
                kpis,
                List.of(),
                Duration.ofMillis(20),
                Duration.ofDays(400));
    }

    static List<CanonicalEvent> events(List<RandomHistory.Event> history) {
        List<CanonicalEvent> events = new ArrayList<>();
        for (RandomHistory.Event event : history) {
            Position position = new Position("sales.order.v1", 0, events.size());
            String entity = event.entity();
            if (entity == null) {
                events.add(CanonicalEvent.of(
                        new UnitProgress(position, "shopify", "uk", "order", event.finalTo(), events.size())));
            } else {
                events.add(
                        CanonicalEvent.of(new EntityChange(entity, Objects.requireNonNull(event.version()), position)));
            }
        }
        return events;
    }

    static List<Fact> facts(List<CanonicalEvent> events) {
        Map<String, EntityFacts> highest = new HashMap<>();
        for (CanonicalEvent event : events) {
            EntityChange change = event.change();
            if (change != null) {
                highest.merge(
                        change.key(),
                        change.facts(),
                        (known, arriving) -> arriving.version().compareTo(known.version()) > 0 ? arriving : known);
            }
        }
        return highest.values().stream()
                .flatMap(entity -> entity.facts().stream())
                .toList();
    }
}
