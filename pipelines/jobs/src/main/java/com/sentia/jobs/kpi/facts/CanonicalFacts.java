package com.sentia.jobs.kpi.facts;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.runtime.UnfitRecordException;
import com.sentia.schemas.BalanceBasis;
import com.sentia.schemas.FinanceBalance;
import com.sentia.schemas.FinanceInvoice;
import com.sentia.schemas.FinancePayment;
import com.sentia.schemas.FulfilmentShipment;
import com.sentia.schemas.InventoryLevel;
import com.sentia.schemas.MachineReading;
import com.sentia.schemas.ProductionRun;
import com.sentia.schemas.PurchaseOrder;
import com.sentia.schemas.QualityInspection;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SalesRefund;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The entity that a canonical record is a version of, and the facts that the version stands for. */
public final class CanonicalFacts implements Serializable {
    private static final long serialVersionUID = 1;

    private final BusinessCurrency currency;
    private final ZoneId zone;

    /**
     * @param currency ISO 4217; the only one amounts may be in
     * @param zone whose days the business counts by
     */
    public CanonicalFacts(String currency, ZoneId zone) {
        this.currency = new BusinessCurrency(currency);
        this.zone = zone;
    }

    /**
     * A version of an entity.
     *
     * @param key kind, unit and id
     * @param levelAt of something that stands at a level, the instant from which it stands so; its id is without the instant
     */
    public record Entity(
            String key, EntityFacts facts, @Nullable Long levelAt) {
        private static Entity of(String kind, String unit, String id, EntityFacts facts) {
            return new Entity(kind + "/" + unit + "/" + id, facts, null);
        }

        private static Entity level(String kind, String unit, String id, Instant from, EntityFacts facts) {
            return new Entity(kind + "/" + unit + "/" + id, facts, FactList.micros(from));
        }
    }

    /** @throws UnfitRecordException when the record can't count, saying why */
    public Entity of(SpecificRecord record) {
        if (record instanceof SalesOrder order) {
            return Entity.of("order", order.getUnit(), order.getOrderId(), OrderFacts.of(order, currency));
        }
        if (record instanceof SalesRefund refund) {
            return Entity.of("refund", refund.getUnit(), refund.getRefundId(), RefundFacts.of(refund, currency));
        }
        if (record instanceof FulfilmentShipment shipment) {
            return Entity.of(
                    "shipment", shipment.getUnit(), shipment.getShipmentId(), ShipmentFacts.of(shipment, currency));
        }
        if (record instanceof PurchaseOrder order) {
            return Entity.of(
                    "purchase", order.getUnit(), order.getPurchaseOrderId(), PurchaseFacts.of(order, currency));
        }
        if (record instanceof ProductionRun run) {
            return Entity.of("run", run.getUnit(), run.getRunId(), RunFacts.of(run, currency, zone));
        }
        if (record instanceof MachineReading reading) {
            return Entity.of("reading", reading.getUnit(), reading.getReadingId(), ReadingFacts.of(reading));
        }
        if (record instanceof QualityInspection inspection) {
            return Entity.of(
                    "inspection", inspection.getUnit(), inspection.getInspectionId(), InspectionFacts.of(inspection));
        }
        if (record instanceof InventoryLevel level) {
            return Entity.level(
                    "stock",
                    level.getUnit(),
                    level.getWarehouse() + "/" + level.getSku(),
                    level.getMeasuredAt(),
                    StockFacts.of(level, currency));
        }
        return ofFinance(record);
    }

    private Entity ofFinance(SpecificRecord record) {
        if (record instanceof FinanceInvoice invoice) {
            return Entity.of("invoice", invoice.getUnit(), invoice.getInvoiceId(), InvoiceFacts.of(invoice, currency));
        }
        if (record instanceof FinancePayment payment) {
            return Entity.of("payment", payment.getUnit(), payment.getPaymentId(), PaymentFacts.of(payment, currency));
        }
        if (record instanceof FinanceBalance balance && balance.getBasis() == BalanceBasis.STANDING) {
            return Entity.level(
                    "standing",
                    balance.getUnit(),
                    balance.getAccount() + "/" + balance.getScenario(),
                    balance.getEndsAt(),
                    BalanceFacts.of(balance, currency));
        }
        if (record instanceof FinanceBalance balance) {
            return Entity.of("balance", balance.getUnit(), balance.getBalanceId(), BalanceFacts.of(balance, currency));
        }
        throw new UnfitRecordException(
                "unexpected-record", "a " + record.getSchema().getName() + " has no place on this topic");
    }
}
