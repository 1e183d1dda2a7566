package com.sentia.launcher.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One feed of a connector, as its source offsets tell.
 *
 * @param unit shop, seller and marketplace, tenant or account
 * @param entity kind of record, in the vendor's terms
 * @param cursor offset of what was read; missing when nothing was
 * @param control offset of what people made of it; missing when it hears no signals
 */
public record Feed(String unit, String entity, JsonNode cursor, JsonNode control) {
    private static final String CONTROL = "control";

    /** The feeds in Connect's answer; offsets of other shapes are left out. */
    static List<Feed> of(JsonNode offsets) {
        Map<String, Feed> feeds = new LinkedHashMap<>();
        for (JsonNode one : offsets.path("offsets")) {
            JsonNode partition = one.path("partition");
            String part = partition.path("part").asText();
            boolean isControl = part.equals(CONTROL);
            boolean isOther = !part.isEmpty() && !isControl;
            if (partition.hasNonNull("unit") && partition.hasNonNull("entity") && !isOther) {
                String unit = partition.path("unit").asText();
                String entity = partition.path("entity").asText();
                JsonNode none = MissingNode.getInstance();
                Feed known = feeds.getOrDefault(unit + "/" + entity, new Feed(unit, entity, none, none));
                feeds.put(
                        known.name(),
                        isControl
                                ? known.with(known.cursor, one.path("offset"))
                                : known.with(one.path("offset"), known.control));
            }
        }
        List<Feed> sorted = new ArrayList<>(feeds.values());
        sorted.sort(java.util.Comparator.comparing(Feed::name));
        return sorted;
    }

    /** {@code unit/entity}. */
    public String name() {
        return unit + "/" + entity;
    }

    /** Whether signals reach it. */
    public boolean hearsSignals() {
        return control.isObject();
    }

    /** What it does, as far as offsets tell. */
    String state() {
        if (control.path("stopped").asBoolean()) {
            return "stopped";
        }
        if (control.path("paused").asBoolean()) {
            return "paused";
        }
        return cursor.hasNonNull("window_from") || completeTo().isEmpty() ? "reading" : "caught-up";
    }

    /** Up to when it is known to be complete. */
    Optional<Instant> completeTo() {
        try {
            return cursor.hasNonNull("complete_to")
                    ? Optional.of(Instant.parse(cursor.path("complete_to").asText()))
                    : Optional.empty();
        } catch (DateTimeException expected) {
            return Optional.empty();
        }
    }

    /** How far its backfill is, in words. */
    String backfill() {
        if (!control.hasNonNull("backfill_id")) {
            return "-";
        }
        String at = control.path("backfill_window_from").asText("waiting");
        return control.path("backfill_sent").asLong() + " read, " + at;
    }

    private Feed with(JsonNode otherCursor, JsonNode otherControl) {
        return new Feed(unit, entity, otherCursor, otherControl);
    }
}
