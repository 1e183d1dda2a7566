package com.sentia.jobs.kpi.facts;

import static com.sentia.jobs.kpi.facts.Moments.EVENING;
import static com.sentia.jobs.kpi.facts.Moments.NINE;
import static com.sentia.jobs.kpi.facts.Moments.VERSION;

import com.sentia.schemas.FulfilmentShipment;
import com.sentia.schemas.Op;
import com.sentia.schemas.ShipmentDirection;
import com.sentia.schemas.ShipmentLine;
import com.sentia.schemas.ShipmentStatus;
import java.util.List;

/** Sound records of fulfilment, to be changed where a test says otherwise. */
public final class FulfilmentRecords {
    private FulfilmentRecords() {}

    public static FulfilmentShipment.Builder shipment() {
        ShipmentLine line = ShipmentLine.newBuilder()
                .setShipmentLineId("1")
                .setSku("A")
                .setRequestedQuantity(3)
                .setQuantity(3)
                .setDamagedQuantity(0)
                .setRestockedQuantity(2)
                .setUnitCostMicros(2_000_000L)
                .setCostCurrency("GBP")
                .build();
        return FulfilmentShipment.newBuilder()
                .setSource("shopify")
                .setUnit("uk")
                .setShipmentId("1")
                .setVersion(VERSION)
                .setOp(Op.UPSERT)
                .setDirection(ShipmentDirection.OUTBOUND)
                .setStatus(ShipmentStatus.PLANNED)
                .setOrderUnit("uk")
                .setOrderId("1")
                .setOrderPlacedAt(NINE)
                .setIsBackorder(false)
                .setComplaints(0)
                .setRegion("UK")
                .setChannel("web")
                .setWarehouse("W1")
                .setCurrency("GBP")
                .setCarrierChargeMicros(4_000_000)
                .setLines(List.of(line))
                .setUpdatedAt(EVENING);
    }
}
