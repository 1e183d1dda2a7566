package com.sentia.connectors.kit.control;

import com.sentia.schemas.ConnectorSignal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a signal that asks for a backfill must say, whoever the vendor is. */
final class BackfillRequest {
    /** They are read in one step, and stand in an offset. */
    private static final int MOST_IDS = 250;

    private BackfillRequest() {}

    /** What is missing or too much; empty when it is clear what is wanted. */
    static Optional<String> problem(ConnectorSignal signal) {
        List<String> ids = signal.getIds();
        Instant from = signal.getFrom();
        Instant to = signal.getTo();
        if (ids.isEmpty()) {
            if (from == null || to == null) {
                return Optional.of("a backfill needs from and to, or ids");
            }
            return from.isBefore(to)
                    ? Optional.empty()
                    : Optional.of("a backfill's from, " + from + ", must be before its to, " + to);
        }
        if (from != null || to != null) {
            return Optional.of("a backfill is by dates or by ids, not by both");
        }
        if (signal.getUnit() == null || signal.getEntity() == null) {
            return Optional.of("ids are of one unit and entity: name both");
        }
        if (ids.size() > MOST_IDS) {
            return Optional.of("a backfill takes " + MOST_IDS + " ids at most, these are " + ids.size());
        }
        boolean plain = ids.stream().allMatch(id -> !id.isBlank() && !id.contains(","));
        return plain ? Optional.empty() : Optional.of("an id is text without commas");
    }

    /** What is wanted, when it is clear. */
    static Backfill backfill(ConnectorSignal signal) {
        Instant from = signal.getFrom();
        Instant to = signal.getTo();
        if (from != null && to != null) {
            return Backfill.of(signal.getId(), new Backfill.Span(from, to));
        }
        Set<String> distinct = new TreeSet<>(signal.getIds());
        return Backfill.of(signal.getId(), List.copyOf(distinct));
    }
}
