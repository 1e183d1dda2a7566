package com.sentia.normalizer.facts;

import com.sentia.schemas.InventoryLevel;
import com.sentia.schemas.Op;
import com.sentia.schemas.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stock levels: each stands from its instant until the next, so that an earlier one stays as it was. What is no longer kept at a
 * place, or under a SKU, has a last level of 0. Only the latest is remembered.
 */
public final class LevelSuccession implements Succession {
    @Override
    public FactChanges between(@Nullable KnownFacts before, Version version, List<Fact> found) {
        Fact last = before == null || before.facts().isEmpty()
                ? null
                : before.facts().get(0);
        if (found.isEmpty()) {
            return ended(last, version);
        }
        Fact now = found.get(0);
        if (last != null && isSamePlace(last, now) && saysTheSame(last, now)) {
            return new FactChanges(new KnownFacts(version, List.of(last)), List.of());
        }
        List<Fact> changed = new ArrayList<>();
        if (last != null && !isSamePlace(last, now) && !isEmpty(level(last))) {
            changed.add(emptied(level(last), level(now).getMeasuredAt(), version, last));
        }
        changed.add(now);
        return new FactChanges(new KnownFacts(version, List.of(now)), changed);
    }

    private static FactChanges ended(@Nullable Fact last, Version version) {
        if (last == null) {
            return new FactChanges(new KnownFacts(version, List.of()), List.of());
        }
        if (isEmpty(level(last))) {
            return new FactChanges(new KnownFacts(version, List.of(last)), List.of());
        }
        Instant told = Instant.EPOCH.plus(version.getUpdatedAtMicros(), ChronoUnit.MICROS);
        Instant since = level(last).getMeasuredAt();
        Fact end = emptied(level(last), told.isBefore(since) ? since : told, version, last);
        return new FactChanges(new KnownFacts(version, List.of(end)), List.of(end));
    }

    /** The key of a level, without its unit. */
    public static String levelId(String warehouse, String sku, Instant measuredAt) {
        return warehouse + "/" + sku + "/" + ChronoUnit.MICROS.between(Instant.EPOCH, measuredAt);
    }

    private static Fact emptied(InventoryLevel last, Instant at, Version version, Fact fact) {
        String id = levelId(last.getWarehouse(), last.getSku(), at);
        InventoryLevel empty = InventoryLevel.newBuilder(last)
                .setLevelId(id)
                .setVersion(version)
                .setOp(Op.UPSERT)
                .setMeasuredAt(at)
                .setOnHand(0)
                .setAvailable(0)
                .setCommitted(0)
                .setBackordered(0)
                .setIncoming(0)
                .setIsStocked(false)
                .setUpdatedAt(at)
                .build();
        return new Fact(fact.topic(), last.getUnit() + "/" + id, empty);
    }

    private static boolean isEmpty(InventoryLevel level) {
        return !level.getIsStocked()
                && level.getOnHand() == 0
                && level.getAvailable() == 0
                && level.getCommitted() == 0
                && level.getBackordered() == 0
                && level.getIncoming() == 0;
    }

    private static boolean isSamePlace(Fact one, Fact other) {
        return level(one).getWarehouse().equals(level(other).getWarehouse())
                && level(one).getSku().equals(level(other).getSku());
    }

    /** Whenever it was measured: a level that stands on is none anew. */
    private static boolean saysTheSame(Fact last, Fact now) {
        InventoryLevel asLast = InventoryLevel.newBuilder(level(now))
                .setLevelId(level(last).getLevelId())
                .setMeasuredAt(level(last).getMeasuredAt())
                .build();
        return new Fact(now.topic(), last.key(), asLast).saysTheSameAs(last);
    }

    private static InventoryLevel level(Fact fact) {
        return (InventoryLevel) fact.content();
    }
}
