package com.sentia.verification.facts;

import com.sentia.schemas.DefectDisposition;
import com.sentia.schemas.InspectionDefect;
import com.sentia.schemas.Op;
import com.sentia.schemas.QualityInspection;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import com.sentia.verification.facts.Company.Article;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A look at each unit of a run or a delivery. */
final class Inspection implements Entity {
    private final String id;
    private final @Nullable Run run;
    private final @Nullable Purchase purchase;
    private final Article article;
    private final Instant inspectedAt;
    private final long units;
    private final List<Finding> findings;

    private Inspection(
            String id,
            @Nullable Run run,
            @Nullable Purchase purchase,
            Article article,
            Instant inspectedAt,
            long units,
            List<Finding> findings) {
        this.id = id;
        this.run = run;
        this.purchase = purchase;
        this.article = article;
        this.inspectedAt = inspectedAt;
        this.units = units;
        this.findings = new ArrayList<>(findings);
    }

    static Inspection ofGoods(Purchase purchase, Purchase.Wish wish, Instant at, long units, List<Finding> findings) {
        String id = purchase.id() + "-" + wish.line() + "-" + Versions.micros(at);
        return new Inspection(id, null, purchase, wish.article(), at, units, findings);
    }

    static Inspection ofRun(Run run, Instant at, long units, List<Finding> findings) {
        return new Inspection("QI-" + run.id(), run, null, run.article(), at, units, findings);
    }

    /** Calls the same units bad for another reason. */
    void correct(String defect) {
        findings.replaceAll(finding -> new Finding(defect, finding.units(), finding.disposition()));
    }

    @Override
    public Topic topic() {
        return Topics.QUALITY_INSPECTION;
    }

    @Override
    public String key() {
        return Company.FACTORY_UNIT + "/" + id;
    }

    @Override
    public SpecificRecord as(Version version, Op op) {
        return QualityInspection.newBuilder()
                .setSource("sentia")
                .setUnit(Company.FACTORY_UNIT)
                .setInspectionId(id)
                .setVersion(version)
                .setOp(op)
                .setRunId(run == null ? null : run.id())
                .setPurchaseOrderId(purchase == null ? null : purchase.id())
                .setLine(run == null ? null : run.plant().line())
                .setOperation(run == null ? null : run.operation().title())
                .setSupplier(purchase == null ? null : purchase.supplier().code())
                .setSku(article.sku())
                .setCategory(article.category())
                .setInspectedAt(inspectedAt)
                .setInspectedQuantity(units)
                .setPassedQuantity(
                        units - findings.stream().mapToLong(Finding::units).sum())
                .setDefects(findings.stream().map(Finding::record).toList())
                .setUpdatedAt(Versions.updatedAt(version))
                .build();
    }

    record Finding(String defect, long units, DefectDisposition disposition) {
        private InspectionDefect record() {
            return InspectionDefect.newBuilder()
                    .setDefect(defect)
                    .setQuantity(units)
                    .setDisposition(disposition)
                    .build();
        }
    }
}
