package com.sentia.verification.facts;

import com.sentia.schemas.Op;
import com.sentia.schemas.PurchaseLine;
import com.sentia.schemas.PurchaseOrder;
import com.sentia.schemas.PurchaseReceipt;
import com.sentia.schemas.PurchaseStatus;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import com.sentia.verification.facts.Company.Article;
import com.sentia.verification.facts.Company.Supplier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** An order to a supplier and what has come of it. */
final class Purchase implements Entity {
    private final String id;
    private final Supplier supplier;
    private final String warehouse;
    private final Instant orderedAt;
    private final Instant promisedAt;
    private final List<Wish> wishes;
    private final List<PurchaseReceipt> receipts = new ArrayList<>();
    private PurchaseStatus status = PurchaseStatus.PLACED;
    private @Nullable Instant receivedAt;
    private @Nullable Instant cancelledAt;

    Purchase(String id, Supplier supplier, String warehouse, Instant orderedAt, Instant promisedAt, List<Wish> wishes) {
        this.id = id;
        this.supplier = supplier;
        this.warehouse = warehouse;
        this.orderedAt = orderedAt;
        this.promisedAt = promisedAt;
        this.wishes = List.copyOf(wishes);
    }

    String id() {
        return id;
    }

    Supplier supplier() {
        return supplier;
    }

    String warehouse() {
        return warehouse;
    }

    List<Wish> wishes() {
        return wishes;
    }

    boolean isCancelled() {
        return status == PurchaseStatus.CANCELLED;
    }

    void cancel(Instant at) {
        status = PurchaseStatus.CANCELLED;
        cancelledAt = at;
    }

    void receive(Wish wish, long taken, long rejected, Instant at) {
        receipts.add(PurchaseReceipt.newBuilder()
                .setReceiptId(id + "-" + (receipts.size() + 1))
                .setPurchaseLineId(wish.line())
                .setSku(wish.article().sku())
                .setQuantity(taken)
                .setRejectedQuantity(rejected)
                .setReceivedAt(at)
                .build());
        status = PurchaseStatus.PARTLY_RECEIVED;
    }

    void complete(Instant at) {
        status = PurchaseStatus.RECEIVED;
        receivedAt = at;
    }

    @Override
    public Topic topic() {
        return Topics.PURCHASE_ORDER;
    }

    @Override
    public String key() {
        return Company.STOCK_UNIT + "/" + id;
    }

    @Override
    public SpecificRecord as(Version version, Op op) {
        return PurchaseOrder.newBuilder()
                .setSource("unleashed")
                .setUnit(Company.STOCK_UNIT)
                .setPurchaseOrderId(id)
                .setVersion(version)
                .setOp(op)
                .setStatus(status)
                .setSupplier(supplier.code())
                .setWarehouse(warehouse)
                .setOrderedAt(orderedAt)
                .setPromisedAt(promisedAt)
                .setReceivedAt(receivedAt)
                .setCancelledAt(cancelledAt)
                .setCurrency(supplier.currency())
                .setLines(wishes.stream().map(this::record).toList())
                .setReceipts(List.copyOf(receipts))
                .setUpdatedAt(Versions.updatedAt(version))
                .build();
    }

    long unitPriceMicros(Article article) {
        return Company.listed(article.costMicros(), supplier.currency());
    }

    private PurchaseLine record(Wish wish) {
        return PurchaseLine.newBuilder()
                .setPurchaseLineId(wish.line())
                .setSku(wish.article().sku())
                .setCategory(wish.article().category())
                .setQuantity(wish.units())
                .setUnitPriceMicros(unitPriceMicros(wish.article()))
                .build();
    }

    record Wish(String line, Article article, long units) {}
}
