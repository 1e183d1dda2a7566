package com.sentia.verification.facts;

import com.sentia.schemas.InventoryLevel;
import com.sentia.schemas.Op;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import com.sentia.verification.facts.Company.Article;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** What lies where. Each change is a level of its own; nothing is taken that is not there. */
final class Stock {
    private final Map<String, Shelf> shelves = new TreeMap<>();
    private final Set<Shelf> moved = new LinkedHashSet<>();

    Shelf shelf(String warehouse, Article article) {
        return shelves.computeIfAbsent(warehouse + "/" + article.sku(), key -> new Shelf(warehouse, article));
    }

    /** Hands the level of each shelf that moved since the last time to the journal. */
    void settle(Instant now, Journal journal) {
        moved.forEach(shelf -> journal.changed(shelf.level(now, 0)));
        moved.clear();
    }

    /** What all of it cost, in the base currency. */
    long valueMicros() {
        return shelves.values().stream()
                .mapToLong(shelf -> shelf.onHand * shelf.article.costMicros())
                .sum();
    }

    /** Units of one article in one warehouse. */
    final class Shelf {
        private final String warehouse;
        private final Article article;
        private long onHand;
        private long committed;
        private long incoming;

        private Shelf(String warehouse, Article article) {
            this.warehouse = warehouse;
            this.article = article;
        }

        long onHand() {
            return onHand;
        }

        /** What there will be once all that is ordered has come and gone. */
        long position() {
            return onHand + incoming - committed;
        }

        void commit(long units) {
            committed += units;
            moved.add(this);
        }

        void expect(long units) {
            incoming += units;
            moved.add(this);
        }

        void put(long units) {
            onHand += units;
            moved.add(this);
        }

        void take(long units) {
            if (units > onHand) {
                throw new IllegalStateException(units + " taken of " + onHand + " " + article.sku());
            }
            put(-units);
        }

        /** The level now, told wrong by some units when asked for. */
        Level level(Instant now, long wrongBy) {
            long told = onHand + wrongBy;
            return new Level(
                    warehouse,
                    article,
                    now,
                    told,
                    committed,
                    Math.max(0, told - committed),
                    Math.max(0, committed - told),
                    incoming);
        }
    }

    /** Stock of one shelf from one instant on. */
    record Level(
            String warehouse,
            Article article,
            Instant measuredAt,
            long onHand,
            long committed,
            long available,
            long backordered,
            long incoming)
            implements Entity {
        @Override
        public Topic topic() {
            return Topics.INVENTORY_LEVEL;
        }

        @Override
        public String key() {
            return Company.STOCK_UNIT + "/" + id();
        }

        private String id() {
            return warehouse + "/" + article.sku() + "/" + Versions.micros(measuredAt);
        }

        @Override
        public SpecificRecord as(Version version, Op op) {
            return InventoryLevel.newBuilder()
                    .setSource("unleashed")
                    .setUnit(Company.STOCK_UNIT)
                    .setLevelId(id())
                    .setVersion(version)
                    .setOp(op)
                    .setWarehouse(warehouse)
                    .setSku(article.sku())
                    .setCategory(article.category())
                    .setMeasuredAt(measuredAt)
                    .setOnHand(onHand)
                    .setAvailable(available)
                    .setCommitted(committed)
                    .setBackordered(backordered)
                    .setIncoming(incoming)
                    .setUnitCostMicros(article.costMicros())
                    .setCurrency(Company.BASE_CURRENCY)
                    .setUpdatedAt(Versions.updatedAt(version))
                    .build();
        }
    }
}
