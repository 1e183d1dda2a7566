package com.sentia.jobs.kpi.facts;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.schemas.InspectionDefect;
import com.sentia.schemas.QualityInspection;

/** An inspection of goods made or received: the units looked at and those found wanting. */
final class InspectionFacts {
    private InspectionFacts() {}

    static EntityFacts of(QualityInspection inspection) {
        if (FactList.isDeleted(inspection.getOp())) {
            return FactList.none(inspection.getVersion());
        }
        FactList facts = new FactList();
        facts.add(of(FactKind.INSPECTION, inspection).with(Figure.UNITS, inspection.getInspectedQuantity()));
        for (InspectionDefect defect : inspection.getDefects()) {
            facts.add(of(FactKind.DEFECTIVE, inspection)
                    .with(Attribute.DEFECT, defect.getDefect())
                    .with(Figure.UNITS, defect.getQuantity()));
        }
        return facts.of(inspection.getVersion(), true);
    }

    private static Fact.Builder of(FactKind kind, QualityInspection inspection) {
        return Fact.of(kind, FactList.micros(inspection.getInspectedAt()))
                .with(Attribute.LINE, inspection.getLine())
                .with(Attribute.SUPPLIER, inspection.getSupplier())
                .with(Attribute.CATEGORY, inspection.getCategory())
                .with(Attribute.KIND, inspection.getRunId() == null ? "incoming" : "production");
    }
}
