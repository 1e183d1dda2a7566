package com.sentia.normalizer.mapping;

import com.sentia.normalizer.facts.Fact;
import com.sentia.schemas.DefectDisposition;
import com.sentia.schemas.InspectionDefect;
import com.sentia.schemas.Op;
import com.sentia.schemas.QualityInspection;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;

/** A row of Sentia's inspections as one QualityInspection. Its category stays null, as a run's does. */
public final class QualityInspectionMapper implements PayloadMapper {
    private static final String ID = "inspection_id";

    @Override
    public List<Fact> map(RawRecord raw) throws UnmappableException {
        CapturedRow row = CapturedRow.of(raw, ID);
        Payload payload = row.payload();
        QualityInspection inspection = QualityInspection.newBuilder()
                .setSource(raw.getVendor())
                .setUnit(raw.getUnit())
                .setInspectionId(payload.text(ID))
                .setVersion(raw.getVersion())
                .setOp(Op.UPSERT)
                .setRunId(row.textOrNull("run_id"))
                .setPurchaseOrderId(row.textOrNull("purchase_order_id"))
                .setLine(row.textOrNull("line"))
                .setOperation(row.textOrNull("operation"))
                .setSupplier(row.textOrNull("supplier"))
                .setSku(CapturedRow.sku(payload))
                .setCategory(null)
                .setInspectedAt(payload.instant("inspected_at"))
                .setInspectedQuantity(row.count("inspected_quantity"))
                .setPassedQuantity(row.count("passed_quantity"))
                .setDefects(defects(payload))
                .setUpdatedAt(payload.instant("updated_at"))
                .build();
        return List.of(
                new Fact(Topics.QUALITY_INSPECTION, raw.getUnit() + "/" + inspection.getInspectionId(), inspection));
    }

    private static List<InspectionDefect> defects(Payload payload) throws UnmappableException {
        List<InspectionDefect> defects = new ArrayList<>();
        for (Payload defect : payload.objects("defects")) {
            defects.add(InspectionDefect.newBuilder()
                    .setDefect(defect.text("defect"))
                    .setQuantity(defect.wholeNumber("quantity", 0))
                    .setDisposition(CapturedRow.choice(defect, "disposition", DefectDisposition.class))
                    .build());
        }
        return defects;
    }
}
