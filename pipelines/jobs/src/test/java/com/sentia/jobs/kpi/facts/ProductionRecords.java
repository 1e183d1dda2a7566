package com.sentia.jobs.kpi.facts;

import static com.sentia.jobs.kpi.facts.Moments.EVENING;
import static com.sentia.jobs.kpi.facts.Moments.NINE;
import static com.sentia.jobs.kpi.facts.Moments.NOON;
import static com.sentia.jobs.kpi.facts.Moments.VERSION;

import com.sentia.schemas.DefectDisposition;
import com.sentia.schemas.InspectionDefect;
import com.sentia.schemas.MachineReading;
import com.sentia.schemas.MachineState;
import com.sentia.schemas.Op;
import com.sentia.schemas.ProductionRun;
import com.sentia.schemas.QualityInspection;
import com.sentia.schemas.RunMaterial;
import com.sentia.schemas.RunStatus;
import java.util.List;

/** Sound records of production, to be changed where a test says otherwise. */
public final class ProductionRecords {
    private ProductionRecords() {}

    public static ProductionRun.Builder run() {
        return ProductionRun.newBuilder()
                .setSource("unleashed")
                .setUnit("main")
                .setRunId("1")
                .setVersion(VERSION)
                .setOp(Op.UPSERT)
                .setStatus(RunStatus.RUNNING)
                .setLotId("lot")
                .setOperation("finish")
                .setIsLastOperation(true)
                .setLine("L1")
                .setWarehouse("W1")
                .setSku("A")
                .setPlannedStartAt(NINE)
                .setPlannedEndAt(NOON)
                .setStartedAt(NINE)
                .setEndedAt(NOON)
                .setPlannedQuantity(95)
                .setProducedQuantity(100)
                .setFirstPassQuantity(85)
                .setReworkedQuantity(5)
                .setScrappedQuantity(10)
                .setAvailableTimeMillis(1)
                .setPlannedTimeMillis(1)
                .setRunTimeMillis(1)
                .setIdealCycleMillis(30_000)
                .setCurrency("GBP")
                .setLabourMicros(10)
                .setOverheadMicros(20)
                .setMaterials(List.of(RunMaterial.newBuilder()
                        .setSku("M")
                        .setStandardMicroUnits(1_000_000)
                        .setActualMicroUnits(1_500_000)
                        .setStandardPriceMicros(3)
                        .build()))
                .setUpdatedAt(EVENING);
    }

    public static MachineReading.Builder reading() {
        return MachineReading.newBuilder()
                .setSource("plc")
                .setUnit("factory")
                .setReadingId("M1/1")
                .setVersion(VERSION)
                .setOp(Op.UPSERT)
                .setMachine("M1")
                .setLine("L1")
                .setReadAt(NOON)
                .setCoveredMillis(900_000)
                .setState(MachineState.RUNNING)
                .setUnits(12)
                .setCycleMillis(75_000L)
                .setUpdatedAt(NOON);
    }

    public static QualityInspection.Builder inspection() {
        return QualityInspection.newBuilder()
                .setSource("mes")
                .setUnit("factory")
                .setInspectionId("1")
                .setVersion(VERSION)
                .setOp(Op.UPSERT)
                .setRunId("1")
                .setLine("L1")
                .setSku("A")
                .setInspectedAt(NOON)
                .setInspectedQuantity(50)
                .setPassedQuantity(46)
                .setDefects(List.of(defect("scratch", 3), defect("crack", 1)))
                .setUpdatedAt(EVENING);
    }

    public static InspectionDefect defect(String code, long units) {
        return InspectionDefect.newBuilder()
                .setDefect(code)
                .setQuantity(units)
                .setDisposition(DefectDisposition.SCRAP)
                .build();
    }
}
