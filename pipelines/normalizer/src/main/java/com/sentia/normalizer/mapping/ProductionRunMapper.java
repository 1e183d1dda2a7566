package com.sentia.normalizer.mapping;

import com.sentia.normalizer.facts.Fact;
import com.sentia.schemas.Op;
import com.sentia.schemas.ProductionRun;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.RunMaterial;
import com.sentia.schemas.RunStatus;
import com.sentia.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;

/** A row of Sentia's production runs as one ProductionRun. Its category stays null: Sentia's production knows no categories. */
public final class ProductionRunMapper implements PayloadMapper {
    private static final String ID = "run_id";

    @Override
    public List<Fact> map(RawRecord raw) throws UnmappableException {
        CapturedRow row = CapturedRow.of(raw, ID);
        Payload payload = row.payload();
        ProductionRun run = ProductionRun.newBuilder()
                .setSource(raw.getVendor())
                .setUnit(raw.getUnit())
                .setRunId(payload.text(ID))
                .setVersion(raw.getVersion())
                .setOp(Op.UPSERT)
                .setStatus(CapturedRow.choice(payload, "status", RunStatus.class))
                .setLotId(payload.text("lot_id"))
                .setOperation(payload.text("operation"))
                .setIsLastOperation(payload.flag("is_last_operation"))
                .setLine(payload.text("line"))
                .setWarehouse(payload.text("warehouse"))
                .setSku(CapturedRow.sku(payload))
                .setCategory(null)
                .setPlannedStartAt(payload.instant("planned_start_at"))
                .setPlannedEndAt(payload.instant("planned_end_at"))
                .setStartedAt(payload.instantOrNull("started_at"))
                .setEndedAt(payload.instantOrNull("ended_at"))
                .setCancelledAt(payload.instantOrNull("cancelled_at"))
                .setPlannedQuantity(row.count("planned_quantity"))
                .setProducedQuantity(row.count("produced_quantity"))
                .setFirstPassQuantity(row.count("first_pass_quantity"))
                .setReworkedQuantity(row.count("reworked_quantity"))
                .setScrappedQuantity(row.count("scrapped_quantity"))
                .setAvailableTimeMillis(row.count("available_millis"))
                .setPlannedTimeMillis(row.count("planned_millis"))
                .setRunTimeMillis(row.count("run_millis"))
                .setIdealCycleMillis(row.count("ideal_cycle_millis"))
                .setCurrency(row.currency("currency"))
                .setLabourMicros(Decimals.micros(payload, "labour_cost"))
                .setOverheadMicros(Decimals.micros(payload, "overhead_cost"))
                .setMaterials(materials(payload))
                .setUpdatedAt(payload.instant("updated_at"))
                .build();
        return List.of(new Fact(Topics.PRODUCTION_RUN, raw.getUnit() + "/" + run.getRunId(), run));
    }

    private static List<RunMaterial> materials(Payload payload) throws UnmappableException {
        List<RunMaterial> materials = new ArrayList<>();
        for (Payload material : payload.objects("materials")) {
            materials.add(RunMaterial.newBuilder()
                    .setSku(CapturedRow.sku(material))
                    .setStandardMicroUnits(Decimals.micros(material, "standard_quantity"))
                    .setActualMicroUnits(Decimals.micros(material, "actual_quantity"))
                    .setStandardPriceMicros(Decimals.micros(material, "standard_price"))
                    .build());
        }
        return materials;
    }
}
