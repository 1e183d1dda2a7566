package com.sentia.jobs.kpi.facts;

import static com.sentia.jobs.kpi.facts.Moments.EVENING;
import static com.sentia.jobs.kpi.facts.Moments.NINE;
import static com.sentia.jobs.kpi.facts.Moments.NOON;
import static com.sentia.jobs.kpi.facts.Moments.VERSION;

import com.sentia.schemas.InventoryLevel;
import com.sentia.schemas.Op;
import com.sentia.schemas.PurchaseLine;
import com.sentia.schemas.PurchaseOrder;
import com.sentia.schemas.PurchaseReceipt;
import com.sentia.schemas.PurchaseStatus;
import java.util.List;

/** Sound records of supply, to be changed where a test says otherwise. */
public final class SupplyRecords {
    private SupplyRecords() {}

    public static PurchaseOrder.Builder purchase() {
        return PurchaseOrder.newBuilder()
                .setSource("unleashed")
                .setUnit("main")
                .setPurchaseOrderId("1")
                .setVersion(VERSION)
                .setOp(Op.UPSERT)
                .setStatus(PurchaseStatus.PARTLY_RECEIVED)
                .setSupplier("S1")
                .setWarehouse("W1")
                .setOrderedAt(NINE)
                .setPromisedAt(EVENING)
                .setCurrency("GBP")
                .setLines(List.of(PurchaseLine.newBuilder()
                        .setPurchaseLineId("l")
                        .setSku("A")
                        .setQuantity(10)
                        .setUnitPriceMicros(2_000_000)
                        .build()))
                .setReceipts(List.of(PurchaseReceipt.newBuilder()
                        .setReceiptId("r")
                        .setPurchaseLineId("l")
                        .setSku("A")
                        .setQuantity(4)
                        .setRejectedQuantity(1)
                        .setReceivedAt(NOON)
                        .build()))
                .setUpdatedAt(EVENING);
    }

    public static InventoryLevel.Builder stock() {
        return InventoryLevel.newBuilder()
                .setSource("unleashed")
                .setUnit("main")
                .setLevelId("W1/A-1/1")
                .setVersion(VERSION)
                .setOp(Op.UPSERT)
                .setWarehouse("W1")
                .setSku("A-1")
                .setMeasuredAt(NINE)
                .setOnHand(7)
                .setAvailable(0)
                .setIncoming(30)
                .setUnitCostMicros(2_000_000L)
                .setCurrency("GBP")
                .setUpdatedAt(EVENING);
    }
}
