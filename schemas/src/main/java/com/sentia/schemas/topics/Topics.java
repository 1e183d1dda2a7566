package com.sentia.schemas.topics;

import com.sentia.schemas.CatalogProduct;
import com.sentia.schemas.KpiValue;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.RejectedRecord;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SalesRefund;
import com.sentia.schemas.SourceProgress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** The catalogue: every topic of Sentia Streams, from which topics, subjects and their reference page are made. */
public final class Topics {
    private static final int PARTITIONS = 4;
    private static final String REJECTED = ".rejected";
    private static final Retention FOR_REPLAY = Retention.keptFor(Duration.ofDays(400));
    private static final Retention FOR_SUBSCRIBERS = Retention.keptFor(Duration.ofDays(30));
    private static final Retention FOR_REDRIVE = Retention.keptFor(Duration.ofDays(90));

    public static final Topic RAW_SHOPIFY_ORDER = raw("raw.shopify.order", "Orders as Shopify served them");
    public static final Topic RAW_SHOPIFY_ORDER_REJECTED = rejected(RAW_SHOPIFY_ORDER);
    public static final Topic RAW_SHOPIFY_PRODUCT = raw("raw.shopify.product", "Products as Shopify served them");
    public static final Topic RAW_SHOPIFY_PRODUCT_REJECTED = rejected(RAW_SHOPIFY_PRODUCT);

    public static final Topic SALES_ORDER =
            canonical("sales.order.v1", "Orders as they stand now", "unit/orderId", SalesOrder.getClassSchema());
    public static final Topic SALES_ORDER_REJECTED = rejected(SALES_ORDER);
    public static final Topic SALES_REFUND =
            canonical("sales.refund.v1", "Refunds as they stand now", "unit/refundId", SalesRefund.getClassSchema());
    public static final Topic SALES_REFUND_REJECTED = rejected(SALES_REFUND);
    public static final Topic CATALOG_PRODUCT = canonical(
            "catalog.product.v1", "Sellable articles as they stand now", "unit/sku", CatalogProduct.getClassSchema());
    public static final Topic CATALOG_PRODUCT_REJECTED = rejected(CATALOG_PRODUCT);

    public static final Topic KPI_VALUE = new Topic(
            "kpi.value.v1",
            "Change points of KPIs, as written to the database",
            "kpi|version|dimensions|window|windowEnd; partitioned by all but windowEnd",
            List.of(KpiValue.getClassSchema()),
            PARTITIONS,
            FOR_SUBSCRIBERS);
    public static final Topic KPI_VALUE_REJECTED = rejected(KPI_VALUE);

    /** All of them, in the order a record passes them. */
    public static final List<Topic> ALL = List.of(
            RAW_SHOPIFY_ORDER,
            RAW_SHOPIFY_ORDER_REJECTED,
            RAW_SHOPIFY_PRODUCT,
            RAW_SHOPIFY_PRODUCT_REJECTED,
            SALES_ORDER,
            SALES_ORDER_REJECTED,
            SALES_REFUND,
            SALES_REFUND_REJECTED,
            CATALOG_PRODUCT,
            CATALOG_PRODUCT_REJECTED,
            KPI_VALUE,
            KPI_VALUE_REJECTED);

    private Topics() {}

    public static Optional<Topic> named(String name) {
        return ALL.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    /** The topic that takes what could not go on to, or from, the given one. */
    public static Topic rejectedOf(Topic topic) {
        return named(topic.name() + REJECTED)
                .orElseThrow(() -> new IllegalArgumentException("no dead letters for " + topic.name()));
    }

    private static Topic raw(String name, String holds) {
        return new Topic(
                name,
                holds,
                "unit/id; progress/vendor/unit/entity",
                List.of(RawRecord.getClassSchema(), SourceProgress.getClassSchema()),
                PARTITIONS,
                FOR_REPLAY);
    }

    private static Topic canonical(String name, String holds, String key, Schema schema) {
        return new Topic(
                name,
                holds,
                key + "; progress/vendor/unit/entity",
                List.of(schema, SourceProgress.getClassSchema()),
                PARTITIONS,
                Retention.compacted());
    }

    private static Topic rejected(Topic topic) {
        return new Topic(
                topic.name() + REJECTED,
                "Records that could not go on: dead letters of " + topic.name(),
                "the key of the record set aside",
                List.of(RejectedRecord.getClassSchema()),
                topic.partitions(),
                FOR_REDRIVE);
    }
}
