package com.sentia.verification.demo;

import com.sentia.schemas.CatalogProduct;
import com.sentia.schemas.InventoryLevel;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SalesRefund;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.duckdb.DuckDBAppender;

/** Whether every order, refund, product, customer, location and stock level of the shops came to us in its last version, and nothing else. */
final class ShopEntities {
    private static final List<Topic> RAW = List.of(
            Topics.RAW_SHOPIFY_ORDER,
            Topics.RAW_SHOPIFY_PRODUCT,
            Topics.RAW_SHOPIFY_CUSTOMER,
            Topics.RAW_SHOPIFY_LOCATION,
            Topics.RAW_SHOPIFY_INVENTORY_LEVEL);
    private static final List<Topic> CANONICAL =
            List.of(Topics.SALES_ORDER, Topics.SALES_REFUND, Topics.CATALOG_PRODUCT, Topics.INVENTORY_LEVEL);
    static final String TOLD =
            "create table told (kind varchar, shop varchar, id varchar, updated_at bigint, figures varchar)";
    private static final int SHOPS = 3;
    /** So long before their time ends nothing changes any more, in a shop that shows its changes late too. */
    private static final Duration STILL = Duration.ofDays(2);

    private ShopEntities() {}

    /**
     * One that a topic tells of.
     *
     * @param id within kind and shop
     * @param figures what it comes to, as the question beside this class spells it
     */
    private record Told(
            String kind, String shop, String id, Instant updatedAt, Version version, boolean isGone, String figures) {
        static Told of(RawRecord raw) {
            Instant updatedAt = Instant.EPOCH.plus(raw.getVersion().getUpdatedAtMicros(), ChronoUnit.MICROS);
            return new Told(
                    "raw " + raw.getEntity(),
                    raw.getUnit(),
                    raw.getId(),
                    updatedAt,
                    raw.getVersion(),
                    raw.getOp() == Op.DELETE,
                    "");
        }

        /** Raw records come as they were read, by several feeds beside each other: the highest version holds. */
        boolean isNewerThan(Told other) {
            return version.compareTo(other.version) >= 0;
        }
    }

    /** The goals that hold when the topics tell what the simulator holds. */
    static List<Goal> goals(Workbench workbench, Path folder, DemoCheckSettings.Pipeline pipeline, URI simulator) {
        List<Goal> goals = new ArrayList<>();
        boolean isRead = SourcesRead.await(
                pipeline,
                Stream.concat(RAW.stream(), CANONICAL.stream()).toList(),
                SHOPS,
                SimulatorCount.end(simulator).minus(STILL));
        goals.add(new Goal("every feed of the shops is read to its end", "yes", isRead ? "yes" : "no", isRead));
        Path held = folder.resolve("held.csv");
        try {
            Files.write(held, SimulatorAnswers.bytes(simulator.resolve("/control/entities")));
        } catch (IOException e) {
            throw new CheckException("what the simulator holds can't be kept: " + e.getMessage(), e);
        }
        workbench.execute(TOLD);
        append(workbench, raw(pipeline));
        append(workbench, canonical(pipeline));
        goals.addAll(compared(workbench, held));
        return goals;
    }

    /** Compares a file of what is held with the table {@code told}, kind by kind. */
    static List<Goal> compared(Workbench workbench, Path held) {
        workbench.set("held_file", held);
        workbench.answer("shop-entities.sql");
        return workbench.list(
                "shop-entity-counts.sql",
                row -> goal(
                        row.getString("kind"),
                        row.getLong("held"),
                        row.getLong("missing"),
                        row.getLong("extra"),
                        row.getLong("otherwise"),
                        row.getString("first")));
    }

    private static Goal goal(String kind, long held, long missing, long extra, long otherwise, String first) {
        boolean isMet = held > 0 && missing == 0 && extra == 0 && otherwise == 0;
        String seen = isMet
                ? "all"
                : "%d missing, %d that are no more, %d in another version; the first: %s"
                        .formatted(missing, extra, otherwise, first);
        return new Goal(kind + " as the shops hold it, " + held, "all", seen, isMet);
    }

    private static List<Told> raw(DemoCheckSettings.Pipeline pipeline) {
        return NewestRecords.read(pipeline, RAW, new NewestRecords.Reduction<>() {
            @Override
            public Optional<Told> of(SpecificRecord record) {
                return record instanceof RawRecord raw ? Optional.of(Told.of(raw)) : Optional.empty();
            }

            @Override
            public boolean replaces(Told before, Told now) {
                return now.isNewerThan(before);
            }
        });
    }

    private static List<Told> canonical(DemoCheckSettings.Pipeline pipeline) {
        return NewestRecords.read(pipeline, CANONICAL, ShopEntities::canonical);
    }

    private static Optional<Told> canonical(SpecificRecord record) {
        if (record instanceof SalesOrder order && order.getOp() != Op.DELETE) {
            String state = order.getStatus().name();
            return told(
                    "sales order",
                    order.getUnit(),
                    order.getOrderId(),
                    order.getUpdatedAt(),
                    order.getVersion(),
                    state);
        }
        if (record instanceof SalesRefund refund && refund.getOp() != Op.DELETE) {
            return told(
                    "sales refund",
                    refund.getUnit(),
                    refund.getRefundId(),
                    refund.getRefundedAt(),
                    refund.getVersion(),
                    "");
        }
        if (record instanceof CatalogProduct product && product.getOp() != Op.DELETE) {
            return told(
                    "catalog product",
                    product.getUnit(),
                    product.getSku(),
                    product.getUpdatedAt(),
                    product.getVersion(),
                    String.valueOf(product.getPriceMicros()));
        }
        if (record instanceof InventoryLevel level && level.getOp() != Op.DELETE) {
            return told(
                    "stock",
                    level.getUnit(),
                    level.getWarehouse() + "/" + level.getSku(),
                    level.getMeasuredAt(),
                    level.getVersion(),
                    figures(level));
        }
        return Optional.empty();
    }

    private static String figures(InventoryLevel level) {
        if (!level.getIsStocked()) {
            return "not kept";
        }
        return level.getOnHand() + "/" + (level.getAvailable() - level.getBackordered()) + "/" + level.getCommitted()
                + "/" + level.getIncoming();
    }

    private static Optional<Told> told(
            String kind, String shop, String id, Instant updatedAt, Version version, String figures) {
        return Optional.of(new Told(kind, shop, id, updatedAt, version, false, figures));
    }

    private static void append(Workbench workbench, List<Told> all) {
        try (DuckDBAppender rows = workbench.connection().createAppender("main", "told")) {
            for (Told told : all) {
                if (told.isGone()) {
                    continue;
                }
                rows.beginRow();
                rows.append(told.kind());
                rows.append(told.shop());
                rows.append(told.id());
                rows.append(ChronoUnit.MICROS.between(Instant.EPOCH, told.updatedAt()));
                rows.append(told.figures());
                rows.endRow();
            }
        } catch (SQLException e) {
            throw new CheckException("entities of the topics can't be kept: " + e.getMessage(), e);
        }
    }
}
