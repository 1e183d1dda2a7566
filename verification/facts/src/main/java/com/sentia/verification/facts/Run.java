package com.sentia.verification.facts;

import com.sentia.schemas.Op;
import com.sentia.schemas.ProductionRun;
import com.sentia.schemas.RunMaterial;
import com.sentia.schemas.RunStatus;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import com.sentia.verification.facts.Company.Article;
import com.sentia.verification.facts.Company.Plant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** One operation of one lot. */
final class Run implements Entity {
    private static final long LABOUR_MICROS_A_MINUTE = 350_000;
    private static final long OVERHEAD_MICROS_A_MINUTE = 120_000;
    private static final Duration CHANGEOVER = Duration.ofMinutes(10);

    private final String lot;
    private final Operation operation;
    private final Plant plant;
    private final Article article;
    private final Instant plannedStartAt;
    private final Instant plannedEndAt;
    private final List<Issue> issues = new ArrayList<>();
    private final long plannedUnits;
    private long unitsToMake;
    private RunStatus status = RunStatus.PLANNED;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable Instant cancelledAt;
    private Output output = new Output(0, 0, 0);
    private Duration elapsed = Duration.ZERO;
    private Duration ran = Duration.ZERO;

    Run(String lot, Operation operation, Plant plant, Article article, long plannedUnits, Instant start) {
        this.lot = lot;
        this.operation = operation;
        this.plant = plant;
        this.article = article;
        this.plannedUnits = plannedUnits;
        this.plannedStartAt = start;
        this.plannedEndAt = start.plus(operation.duration(plannedUnits)).plus(CHANGEOVER);
    }

    String id() {
        return lot + "-" + operation.title();
    }

    Operation operation() {
        return operation;
    }

    Plant plant() {
        return plant;
    }

    Article article() {
        return article;
    }

    Instant plannedStartAt() {
        return plannedStartAt;
    }

    Instant plannedEndAt() {
        return plannedEndAt;
    }

    long plannedUnits() {
        return plannedUnits;
    }

    /** What material and the operation before have left of the plan. */
    long unitsToMake() {
        return unitsToMake;
    }

    boolean isPlanned() {
        return status == RunStatus.PLANNED;
    }

    void cancel(Instant at) {
        status = RunStatus.CANCELLED;
        cancelledAt = at;
    }

    void start(Instant at, long units, List<Issue> issued) {
        status = RunStatus.RUNNING;
        startedAt = at;
        unitsToMake = units;
        issues.addAll(issued);
    }

    void end(Instant at, Output made, Duration took, Duration running) {
        status = RunStatus.COMPLETED;
        endedAt = at;
        output = made;
        elapsed = took;
        ran = running;
    }

    @Override
    public Topic topic() {
        return Topics.PRODUCTION_RUN;
    }

    @Override
    public String key() {
        return Company.FACTORY_UNIT + "/" + id();
    }

    @Override
    public SpecificRecord as(Version version, Op op) {
        boolean isOver = endedAt != null;
        return ProductionRun.newBuilder()
                .setSource("sentia")
                .setUnit(Company.FACTORY_UNIT)
                .setRunId(id())
                .setVersion(version)
                .setOp(op)
                .setStatus(status)
                .setLotId(lot)
                .setOperation(operation.title())
                .setIsLastOperation(operation == Operation.TEST)
                .setLine(plant.line())
                .setWarehouse(plant.warehouse())
                .setSku(article.sku())
                .setCategory(article.category())
                .setPlannedStartAt(plannedStartAt)
                .setPlannedEndAt(plannedEndAt)
                .setStartedAt(startedAt)
                .setEndedAt(endedAt)
                .setCancelledAt(cancelledAt)
                .setPlannedQuantity(plannedUnits)
                .setProducedQuantity(output.produced())
                .setFirstPassQuantity(output.firstPass())
                .setReworkedQuantity(output.reworked())
                .setScrappedQuantity(output.scrapped())
                .setAvailableTimeMillis(isOver ? elapsed.plus(CHANGEOVER).toMillis() : 0)
                .setPlannedTimeMillis(elapsed.toMillis())
                .setRunTimeMillis(ran.toMillis())
                .setIdealCycleMillis(operation.idealCycle().toMillis())
                .setCurrency(Company.BASE_CURRENCY)
                .setLabourMicros(elapsed.toMinutes() * LABOUR_MICROS_A_MINUTE)
                .setOverheadMicros(elapsed.toMinutes() * OVERHEAD_MICROS_A_MINUTE)
                .setMaterials(issues.stream().map(Issue::record).toList())
                .setUpdatedAt(Versions.updatedAt(version))
                .build();
    }

    /** Steps of each lot, in order. */
    enum Operation {
        ASSEMBLE(Duration.ofSeconds(75)),
        TEST(Duration.ofSeconds(40));

        private final Duration idealCycle;

        Operation(Duration idealCycle) {
            this.idealCycle = idealCycle;
        }

        String title() {
            return name().toLowerCase(Locale.ROOT);
        }

        Duration idealCycle() {
            return idealCycle;
        }

        Duration duration(long units) {
            return idealCycle.multipliedBy(units);
        }
    }

    /** What came out, by how it fared. */
    record Output(long firstPass, long reworked, long scrapped) {
        long produced() {
            return firstPass + reworked + scrapped;
        }

        long good() {
            return firstPass + reworked;
        }
    }

    /** Units of one material given to a run. */
    record Issue(Article material, long standardMicroUnits, long units) {
        private RunMaterial record() {
            return RunMaterial.newBuilder()
                    .setSku(material.sku())
                    .setStandardMicroUnits(standardMicroUnits)
                    .setActualMicroUnits(units * Company.UNIT_MICROS)
                    .setStandardPriceMicros(material.costMicros())
                    .build();
        }
    }
}
