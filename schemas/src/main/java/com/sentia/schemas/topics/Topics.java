package com.sentia.schemas.topics;

import com.sentia.schemas.CatalogProduct;
import com.sentia.schemas.ConnectorNotice;
import com.sentia.schemas.ConnectorSignal;
import com.sentia.schemas.FinanceBalance;
import com.sentia.schemas.FinanceInvoice;
import com.sentia.schemas.FinancePayment;
import com.sentia.schemas.FulfilmentShipment;
import com.sentia.schemas.FxRate;
import com.sentia.schemas.InventoryLevel;
import com.sentia.schemas.KpiDefinition;
import com.sentia.schemas.KpiValue;
import com.sentia.schemas.MachineReading;
import com.sentia.schemas.PrivacyErasure;
import com.sentia.schemas.ProductionRun;
import com.sentia.schemas.PurchaseOrder;
import com.sentia.schemas.QualityInspection;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.RejectedRecord;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SalesRefund;
import com.sentia.schemas.SourceProgress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * The catalogue: every topic of Sentia Streams, from which topics, subjects and their reference page are made.
 *
 * <p>A fact's contract can stand before anything writes it: such topics are {@link #RESERVED} and cost a stack nothing.
 * Who first writes one moves it to {@link #ALL}.
 */
public final class Topics {
    private static final int PARTITIONS = 4;
    private static final String REJECTED = ".rejected";
    private static final String RAW = "raw.";
    private static final String PRIVACY = "privacy.";
    private static final Retention FOR_REPLAY = Retention.keptFor(Duration.ofDays(400));
    private static final Retention FOR_SUBSCRIBERS = Retention.keptFor(Duration.ofDays(30));
    private static final Retention FOR_REDRIVE = Retention.keptFor(Duration.ofDays(90));

    /** Dead letters of sources hold bodies as they came, sealed: nobody knows what of a person is in them. */
    private static final Retention SEALED = Retention.keptFor(Duration.ofDays(14));

    public static final Topic RAW_SHOPIFY_ORDER = raw("raw.shopify.order", "Orders as Shopify served them");
    public static final Topic RAW_SHOPIFY_ORDER_REJECTED = rejected(RAW_SHOPIFY_ORDER);
    public static final Topic RAW_SHOPIFY_PRODUCT = raw("raw.shopify.product", "Products as Shopify served them");
    public static final Topic RAW_SHOPIFY_PRODUCT_REJECTED = rejected(RAW_SHOPIFY_PRODUCT);
    public static final Topic RAW_SHOPIFY_CUSTOMER =
            raw("raw.shopify.customer", "Customers as Shopify served them, under a pseudonym, nothing of a person");
    public static final Topic RAW_SHOPIFY_CUSTOMER_REJECTED = rejected(RAW_SHOPIFY_CUSTOMER);
    public static final Topic RAW_SHOPIFY_LOCATION =
            raw("raw.shopify.location", "Places shops keep stock in, as Shopify served them, without address");
    public static final Topic RAW_SHOPIFY_LOCATION_REJECTED = rejected(RAW_SHOPIFY_LOCATION);
    public static final Topic RAW_SHOPIFY_INVENTORY_LEVEL =
            raw("raw.shopify.inventory-level", "Stock by item and location as Shopify served it");
    public static final Topic RAW_SHOPIFY_INVENTORY_LEVEL_REJECTED = rejected(RAW_SHOPIFY_INVENTORY_LEVEL);
    public static final Topic RAW_SENTIA_PRODUCTION_RUN =
            raw("raw.sentia.production_run", "Production runs as Sentia's own database has them");
    public static final Topic RAW_SENTIA_PRODUCTION_RUN_REJECTED = rejected(RAW_SENTIA_PRODUCTION_RUN);
    public static final Topic RAW_SENTIA_MACHINE_READING =
            raw("raw.sentia.machine_reading", "Machine readings as Sentia's own database has them");
    public static final Topic RAW_SENTIA_MACHINE_READING_REJECTED = rejected(RAW_SENTIA_MACHINE_READING);
    public static final Topic RAW_SENTIA_QUALITY_INSPECTION =
            raw("raw.sentia.quality_inspection", "Inspections as Sentia's own database has them");
    public static final Topic RAW_SENTIA_QUALITY_INSPECTION_REJECTED = rejected(RAW_SENTIA_QUALITY_INSPECTION);
    public static final Topic RAW_SENTIA_FX_RATE =
            raw("raw.sentia.fx_rate", "Exchange rates as Sentia's own database has them");
    public static final Topic RAW_SENTIA_FX_RATE_REJECTED = rejected(RAW_SENTIA_FX_RATE);
    public static final Topic RAW_SENTIA_TARGET =
            raw("raw.sentia.target", "Targets of KPIs as Sentia's own database has them");
    public static final Topic RAW_SENTIA_TARGET_REJECTED = rejected(RAW_SENTIA_TARGET);
    public static final Topic RAW_HOOK_EVENT = raw(
            "raw.hook.event", "Records that declared sources told the generic hook; ids begin with source and entity");
    public static final Topic RAW_HOOK_EVENT_REJECTED = rejected(RAW_HOOK_EVENT);

    public static final Topic SALES_ORDER =
            canonical("sales.order.v1", "Orders as they stand now", "unit/orderId", SalesOrder.getClassSchema());
    public static final Topic SALES_ORDER_REJECTED = rejected(SALES_ORDER);
    public static final Topic SALES_REFUND =
            canonical("sales.refund.v1", "Refunds as they stand now", "unit/refundId", SalesRefund.getClassSchema());
    public static final Topic SALES_REFUND_REJECTED = rejected(SALES_REFUND);
    public static final Topic CATALOG_PRODUCT = canonical(
            "catalog.product.v1", "Sellable articles as they stand now", "unit/sku", CatalogProduct.getClassSchema());
    public static final Topic CATALOG_PRODUCT_REJECTED = rejected(CATALOG_PRODUCT);

    public static final Topic FULFILMENT_SHIPMENT = canonical(
            "fulfilment.shipment.v1",
            "Consignments as they stand now, returns too",
            "unit/shipmentId",
            FulfilmentShipment.getClassSchema());
    public static final Topic FULFILMENT_SHIPMENT_REJECTED = rejected(FULFILMENT_SHIPMENT);
    public static final Topic INVENTORY_LEVEL = canonical(
            "inventory.level.v1",
            "Stock by SKU and warehouse, each level from its instant until the next",
            "unit/warehouse/sku/measuredAt",
            InventoryLevel.getClassSchema());
    public static final Topic INVENTORY_LEVEL_REJECTED = rejected(INVENTORY_LEVEL);
    public static final Topic PURCHASE_ORDER = canonical(
            "purchase.order.v1",
            "Orders to suppliers as they stand now, with receipts",
            "unit/purchaseOrderId",
            PurchaseOrder.getClassSchema());
    public static final Topic PURCHASE_ORDER_REJECTED = rejected(PURCHASE_ORDER);
    public static final Topic FINANCE_INVOICE = canonical(
            "finance.invoice.v1",
            "Invoices and credit notes as they stand now, with what settled them",
            "unit/invoiceId",
            FinanceInvoice.getClassSchema());
    public static final Topic FINANCE_INVOICE_REJECTED = rejected(FINANCE_INVOICE);
    public static final Topic FINANCE_PAYMENT = canonical(
            "finance.payment.v1",
            "Movements of money as they stand now",
            "unit/paymentId",
            FinancePayment.getClassSchema());
    public static final Topic FINANCE_PAYMENT_REJECTED = rejected(FINANCE_PAYMENT);
    public static final Topic FINANCE_BALANCE = canonical(
            "finance.balance.v1",
            "Balances, movements and budgets of ledger accounts",
            "unit/account/scenario/basis/endsAt",
            FinanceBalance.getClassSchema());
    public static final Topic FX_RATE =
            canonical("fx.rate.v1", "Exchange rates by business day", "unit/base/quote/day", FxRate.getClassSchema());
    public static final Topic FX_RATE_REJECTED = rejected(FX_RATE);
    public static final Topic PRODUCTION_RUN = canonical(
            "production.run.v1", "Production runs as they stand now", "unit/runId", ProductionRun.getClassSchema());
    public static final Topic PRODUCTION_RUN_REJECTED = rejected(PRODUCTION_RUN);
    public static final Topic QUALITY_INSPECTION = canonical(
            "quality.inspection.v1",
            "Inspections as they stand now",
            "unit/inspectionId",
            QualityInspection.getClassSchema());
    public static final Topic QUALITY_INSPECTION_REJECTED = rejected(QUALITY_INSPECTION);
    public static final Topic MACHINE_READING = canonical(
            "machine.reading.v1",
            "What machines did up to each reading",
            "unit/readingId",
            MachineReading.getClassSchema());
    public static final Topic MACHINE_READING_REJECTED = rejected(MACHINE_READING);

    public static final Topic KPI_VALUE = new Topic(
            "kpi.value.v1",
            "Change points of KPIs, as written to the database",
            "kpi|version|dimensions|window|windowEnd; partitioned by all but windowEnd",
            List.of(KpiValue.getClassSchema()),
            PARTITIONS,
            FOR_SUBSCRIBERS);
    public static final Topic KPI_VALUE_REJECTED = rejected(KPI_VALUE);
    public static final Topic KPI_DEFINITION = new Topic(
            "kpi.definition.v1",
            "Versions of KPIs that are or were active",
            "kpi|version",
            List.of(KpiDefinition.getClassSchema()),
            1,
            Retention.compacted());
    public static final Topic KPI_DEFINITION_REJECTED = rejected(KPI_DEFINITION);

    public static final Topic CONNECTOR_SIGNAL = new Topic(
            "connector.signal.v1",
            "What people want running connectors to do",
            "connector",
            List.of(ConnectorSignal.getClassSchema()),
            1,
            FOR_SUBSCRIBERS);
    public static final Topic CONNECTOR_NOTICE = new Topic(
            "connector.notice.v1",
            "What happened to connectors' feeds, answers to signals too",
            "connector",
            List.of(ConnectorNotice.getClassSchema()),
            1,
            FOR_SUBSCRIBERS);

    /** Its values are no records but sealed bytes that only connectors open: nobody else may. */
    public static final Topic CONNECTOR_TOKEN = new Topic(
            "connector.token.v1",
            "Vendors' tokens that rotate, sealed; only connectors can open them",
            "vendor/unit",
            List.of(),
            1,
            Retention.compacted());

    public static final Topic PRIVACY_ERASURE = new Topic(
            "privacy.erasure.v1",
            "Persons who are to be forgotten, by their pseudonyms",
            "unit/subject",
            List.of(PrivacyErasure.getClassSchema()),
            1,
            Retention.compacted());
    public static final Topic PRIVACY_ERASURE_REJECTED = rejected(PRIVACY_ERASURE);

    /** All that a stack has, in the order a record passes them. */
    public static final List<Topic> ALL = List.of(
            RAW_SHOPIFY_ORDER,
            RAW_SHOPIFY_ORDER_REJECTED,
            RAW_SHOPIFY_PRODUCT,
            RAW_SHOPIFY_PRODUCT_REJECTED,
            RAW_SHOPIFY_CUSTOMER,
            RAW_SHOPIFY_CUSTOMER_REJECTED,
            RAW_SHOPIFY_LOCATION,
            RAW_SHOPIFY_LOCATION_REJECTED,
            RAW_SHOPIFY_INVENTORY_LEVEL,
            RAW_SHOPIFY_INVENTORY_LEVEL_REJECTED,
            RAW_SENTIA_PRODUCTION_RUN,
            RAW_SENTIA_PRODUCTION_RUN_REJECTED,
            RAW_SENTIA_MACHINE_READING,
            RAW_SENTIA_MACHINE_READING_REJECTED,
            RAW_SENTIA_QUALITY_INSPECTION,
            RAW_SENTIA_QUALITY_INSPECTION_REJECTED,
            RAW_SENTIA_FX_RATE,
            RAW_SENTIA_FX_RATE_REJECTED,
            RAW_SENTIA_TARGET,
            RAW_SENTIA_TARGET_REJECTED,
            RAW_HOOK_EVENT,
            RAW_HOOK_EVENT_REJECTED,
            SALES_ORDER,
            SALES_ORDER_REJECTED,
            SALES_REFUND,
            SALES_REFUND_REJECTED,
            CATALOG_PRODUCT,
            CATALOG_PRODUCT_REJECTED,
            FULFILMENT_SHIPMENT,
            FULFILMENT_SHIPMENT_REJECTED,
            INVENTORY_LEVEL,
            INVENTORY_LEVEL_REJECTED,
            PURCHASE_ORDER,
            PURCHASE_ORDER_REJECTED,
            FINANCE_INVOICE,
            FINANCE_INVOICE_REJECTED,
            FINANCE_PAYMENT,
            FINANCE_PAYMENT_REJECTED,
            FX_RATE,
            FX_RATE_REJECTED,
            PRODUCTION_RUN,
            PRODUCTION_RUN_REJECTED,
            QUALITY_INSPECTION,
            QUALITY_INSPECTION_REJECTED,
            MACHINE_READING,
            MACHINE_READING_REJECTED,
            KPI_VALUE,
            KPI_VALUE_REJECTED,
            KPI_DEFINITION,
            KPI_DEFINITION_REJECTED,
            CONNECTOR_SIGNAL,
            CONNECTOR_NOTICE,
            CONNECTOR_TOKEN,
            PRIVACY_ERASURE,
            PRIVACY_ERASURE_REJECTED);

    /** Facts whose contract stands and that nothing writes yet, with their dead letters; no stack creates them. */
    public static final List<Topic> RESERVED = Stream.of(FINANCE_BALANCE)
            .flatMap(topic -> Stream.of(topic, rejected(topic)))
            .toList();

    /** Those whose facts the KPI job counts. A topic can be there before the job reads it: its KPIs wait until then. */
    public static final List<Topic> COUNTED =
            List.of(SALES_ORDER, SALES_REFUND, PRODUCTION_RUN, QUALITY_INSPECTION, MACHINE_READING);

    private Topics() {}

    /** Names of the records whose facts the KPI job counts; a KPI that rests on others waits. */
    public static Set<String> countedRecords() {
        return COUNTED.stream()
                .flatMap(topic -> topic.values().stream())
                .map(Schema::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every topic of the catalogue, reserved ones last. */
    public static Stream<Topic> catalogue() {
        return Stream.concat(ALL.stream(), RESERVED.stream());
    }

    /** The topic of that name, among those a stack has. */
    public static Optional<Topic> named(String name) {
        return ALL.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    /** The topic that takes what could not go on to, or from, the given one. */
    public static Topic rejectedOf(Topic topic) {
        return catalogue()
                .filter(other -> other.name().equals(topic.name() + REJECTED))
                .findFirst()
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
                topic.name().startsWith(RAW) || topic.name().startsWith(PRIVACY) ? SEALED : FOR_REDRIVE);
    }
}
