package com.sentia.jobs.kpi.facts;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.runtime.UnfitRecordException;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SalesRefund;
import java.io.Serializable;
import org.apache.avro.specific.SpecificRecord;

/** The entity that a canonical record is a version of, and the facts that the version stands for. */
public final class CanonicalFacts implements Serializable {
    private static final long serialVersionUID = 1;

    private final BusinessCurrency currency;

    /** @param currency ISO 4217; the only one amounts may be in */
    public CanonicalFacts(String currency) {
        this.currency = new BusinessCurrency(currency);
    }

    /**
     * A version of an entity.
     *
     * @param key kind, unit and id
     */
    public record Entity(String key, EntityFacts facts) {}

    /** @throws UnfitRecordException when the record can't count, saying why */
    public Entity of(SpecificRecord record) {
        if (record instanceof SalesOrder order) {
            return new Entity("order/" + order.getUnit() + "/" + order.getOrderId(), OrderFacts.of(order, currency));
        }
        if (record instanceof SalesRefund refund) {
            return new Entity(
                    "refund/" + refund.getUnit() + "/" + refund.getRefundId(), RefundFacts.of(refund, currency));
        }
        throw new UnfitRecordException(
                "unexpected-record", "a " + record.getSchema().getName() + " has no place on this topic");
    }
}
