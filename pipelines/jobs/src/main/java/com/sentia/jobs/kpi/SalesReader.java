package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.runtime.Position;
import com.sentia.runtime.RecordReader;
import com.sentia.runtime.Rejection;
import com.sentia.runtime.UnfitRecordException;
import com.sentia.runtime.UnitProgress;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SalesRefund;
import com.sentia.schemas.SourceProgress;
import org.apache.avro.specific.SpecificRecord;

/** Reads the records of the canonical sales topics. */
record SalesReader(SalesFacts facts) implements RecordReader<SalesEvent> {

    @Override
    public SalesEvent record(SpecificRecord record, Position position) {
        if (record instanceof SourceProgress progress) {
            return SalesEvent.of(UnitProgress.of(progress, position));
        }
        if (record instanceof SalesOrder order) {
            return change("order/" + order.getUnit() + "/" + order.getOrderId(), facts.of(order), position);
        }
        if (record instanceof SalesRefund refund) {
            return change("refund/" + refund.getUnit() + "/" + refund.getRefundId(), facts.of(refund), position);
        }
        throw new UnfitRecordException(
                "unexpected-record", "a " + record.getSchema().getName() + " has no place on this topic");
    }

    @Override
    public SalesEvent rejected(Rejection rejection) {
        return SalesEvent.of(rejection);
    }

    private static SalesEvent change(String key, EntityFacts facts, Position position) {
        return SalesEvent.of(new EntityChange(key, facts, position));
    }
}
