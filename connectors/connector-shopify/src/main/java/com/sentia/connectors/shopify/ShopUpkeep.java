package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.KnownIds;
import com.sentia.connectors.kit.KnownOffsets;
import com.sentia.connectors.kit.KnownOffsets.Head;
import com.sentia.connectors.kit.RememberedFeed;
import com.sentia.connectors.kit.SourceRecords;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.UnitFeed;
import com.sentia.connectors.kit.control.FeedControl;
import com.sentia.connectors.kit.control.SideFeed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds what looks after one stream of a shop beside reading it: deletes by events, and reconciliation. */
final class ShopUpkeep {
    /** Streams whose ids are numbers, and none of a person, so that they may stand in offsets. */
    private static final Set<String> LOOKED_AFTER = Set.of("order", "product");

    private final SourceUnit unit;
    private final UpkeepSettings settings;
    private final Function<Map<String, String>, @Nullable Map<String, Object>> offsets;
    private final Clock clock;
    private final KnownIds known;
    private final Head head;
    private final @Nullable Instant completeTo;

    /**
     * @param offsets where an earlier run stood in a source partition; null where it did not
     * @param isFirst whether there was no earlier run
     * @param completeTo up to when the stream was complete then; null when it was not
     */
    ShopUpkeep(
            SourceUnit unit,
            UpkeepSettings settings,
            Function<Map<String, String>, @Nullable Map<String, Object>> offsets,
            Clock clock,
            boolean isFirst,
            @Nullable Instant completeTo) {
        this.unit = unit;
        this.settings = settings;
        this.offsets = offsets;
        this.clock = clock;
        this.completeTo = completeTo;
        Map<String, Object> kept = offsets.apply(KnownOffsets.partition(unit));
        this.head = kept == null ? new Head(List.of(), isFirst, null, 0) : KnownOffsets.readHead(kept);
        this.known = new KnownIds(slices());
    }

    private List<KnownIds.Kept> slices() {
        List<KnownIds.Kept> slices = new ArrayList<>();
        for (int number : head.slices()) {
            Map<String, Object> slice = offsets.apply(KnownOffsets.partition(unit, number));
            if (slice != null) {
                slices.add(KnownOffsets.readSlice(number, slice));
            }
        }
        return slices;
    }

    /** The same feed, its ids remembered where they are compared. */
    UnitFeed remembering(UnitFeed feed, SourceRecords records) {
        return isReconciled() ? new RememberedFeed(feed, records, known) : feed;
    }

    /** What is read beside the stream. */
    List<UnitFeed> feeds(
            ShopifyStream stream,
            ShopHistory live,
            FeedControl control,
            ShopifyClient client,
            SourceRecords records,
            Precondition budget,
            Precondition liveFirst,
            Supplier<Precondition> access,
            ReconciliationPass.Tools tools) {
        List<UnitFeed> feeds = new ArrayList<>();
        Duration deletes = settings.deletesPollInterval();
        if (LOOKED_AFTER.contains(stream.entity()) && !deletes.isZero()) {
            feeds.add(SideFeed.of(
                    "deletes by events",
                    new DeletionFeed(client, unit, records, known, budget, deletes, clock, deletedTo()),
                    control));
        }
        if (isReconciled()) {
            Reconciliation reconciliation = new Reconciliation(
                    live, control, known, records, liveFirst, access, tools, settings.reconcileInterval(), clock, head);
            feeds.add(SideFeed.of("reconciliation", reconciliation, control));
        }
        return feeds;
    }

    private @Nullable Instant deletedTo() {
        Map<String, Object> offset = offsets.apply(DeletionFeed.partition(unit));
        return offset == null ? completeTo : DeletionFeed.reached(offset);
    }

    private boolean isReconciled() {
        return LOOKED_AFTER.contains(unit.entity())
                && !settings.reconcileInterval().isZero();
    }
}
