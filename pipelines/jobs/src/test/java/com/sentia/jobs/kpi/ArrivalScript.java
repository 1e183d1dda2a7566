package com.sentia.jobs.kpi;

import com.sentia.jobs.kpi.facts.CanonicalFacts;
import com.sentia.jobs.kpi.recomputed.Recomputation.Arrived;
import com.sentia.runtime.Position;
import com.sentia.runtime.Rejection;
import com.sentia.runtime.UnfitRecordException;
import com.sentia.runtime.UnitProgress;
import com.sentia.verification.facts.Arrival;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Versions as several partitions hold them, with the progress of each unit between them. A unit says that it is complete up to
 * some time ago, and some of its versions come later still: those arrive behind the watermark.
 */
final class ArrivalScript {
    private static final String VENDOR = "made";
    private static final String ENTITY = "all";
    private static final Duration BETWEEN_PROGRESS = Duration.ofHours(6);
    private static final int LONGEST_LAG_HOURS = 36;
    private static final long NOTHING = Long.MIN_VALUE;

    private final FactReader reader;
    private final List<List<CanonicalEvent>> partitions = new ArrayList<>();
    private final List<Arrived> arrived = new ArrayList<>();
    private final Map<String, Duration> lags = new TreeMap<>();
    private final Map<String, Long> completeTo = new TreeMap<>();
    private int rejected;

    private ArrivalScript(CanonicalFacts facts, int partitions) {
        this.reader = new FactReader(facts);
        for (int p = 0; p < partitions; p++) {
            this.partitions.add(new ArrayList<>());
        }
    }

    /** @param seed of how far the units are behind */
    static ArrivalScript of(List<Arrival> arrivals, CanonicalFacts facts, int partitions, long seed) {
        ArrivalScript script = new ArrivalScript(facts, partitions);
        SplittableRandom random = new SplittableRandom(seed);
        arrivals.forEach(arrival -> script.lags.computeIfAbsent(
                unit(arrival), unit -> Duration.ofHours(random.nextInt(LONGEST_LAG_HOURS))));
        Instant next = arrivals.get(0).arrivedAt().plus(BETWEEN_PROGRESS);
        for (Arrival arrival : arrivals) {
            while (arrival.arrivedAt().isAfter(next)) {
                script.progress(next);
                next = next.plus(BETWEEN_PROGRESS);
            }
            script.add(arrival);
        }
        return script;
    }

    /** Whose progress makes values final. */
    List<String> feeds() {
        return lags.keySet().stream()
                .map(unit -> VENDOR + "/" + unit + "/" + ENTITY)
                .toList();
    }

    List<List<CanonicalEvent>> partitions() {
        return partitions;
    }

    /** Versions that count, in the order they came over all partitions. */
    List<Arrived> arrived() {
        return arrived;
    }

    /** How many records can't count. */
    int rejected() {
        return rejected;
    }

    int size() {
        return partitions.stream().mapToInt(List::size).sum();
    }

    private void add(Arrival arrival) {
        List<CanonicalEvent> partition =
                partitions.get(Math.floorMod(arrival.key().hashCode(), partitions.size()));
        CanonicalEvent event =
                read(arrival, new Position(arrival.topic().name(), partitions.indexOf(partition), partition.size()));
        partition.add(event);
        @Nullable EntityChange change = event.change();
        if (change == null) {
            rejected++;
        } else {
            arrived.add(new Arrived(change.key(), change.levelAt(), change.facts(), finalTo()));
        }
    }

    private CanonicalEvent read(Arrival arrival, Position position) {
        try {
            return reader.record(arrival.fact(), position);
        } catch (UnfitRecordException e) {
            byte[] key = arrival.key().getBytes(StandardCharsets.UTF_8);
            return reader.rejected(new Rejection(e.reason(), String.valueOf(e.getMessage()), position, key, null, 0));
        }
    }

    private void progress(Instant now) {
        lags.forEach((unit, lag) -> {
            long complete = ChronoUnit.MILLIS.between(Instant.EPOCH, now.minus(lag)) * 1_000;
            completeTo.put(unit, complete);
            for (int p = 0; p < partitions.size(); p++) {
                Position position =
                        new Position("progress", p, partitions.get(p).size());
                partitions
                        .get(p)
                        .add(CanonicalEvent.of(new UnitProgress(position, VENDOR, unit, ENTITY, complete, complete)));
            }
        });
    }

    /** How far windows are final by the progress told until now, of all partitions; microseconds. */
    long finalTo() {
        return completeTo.values().stream().mapToLong(Long::longValue).min().orElse(NOTHING);
    }

    private static String unit(Arrival arrival) {
        return arrival.key().substring(0, arrival.key().indexOf('/'));
    }
}
