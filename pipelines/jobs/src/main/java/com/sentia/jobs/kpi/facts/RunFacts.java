package com.sentia.jobs.kpi.facts;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.schemas.ProductionRun;
import com.sentia.schemas.RunMaterial;
import com.sentia.schemas.RunStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;

/** A run of production: counted whole when it has ended; and whether it ended as planned. */
final class RunFacts {
    private static final int MICRO_PLACES = 6;

    private RunFacts() {}

    static EntityFacts of(ProductionRun run, BusinessCurrency currency, ZoneId businessZone) {
        if (run.getStatus() == RunStatus.UNKNOWN) {
            throw UnfitRecord.unknown("the run's status");
        }
        boolean neverRan = run.getStatus() == RunStatus.CANCELLED && run.getStartedAt() == null;
        if (FactList.isDeleted(run.getOp()) || neverRan) {
            return FactList.none(run.getVersion());
        }
        FactList facts = new FactList();
        if (run.getIsLastOperation()) {
            facts.add(of(FactKind.SCHEDULE, run, run.getPlannedEndAt())
                    .with(Figure.REQUESTED, run.getPlannedQuantity())
                    .with(Figure.UNITS, madeAsPlanned(run, businessZone)));
        }
        if (run.getStartedAt() != null || run.getEndedAt() != null) {
            facts.in(currency.other(run.getCurrency()));
        }
        if (run.getStartedAt() != null) {
            addWorkInProgress(run, run.getStartedAt(), facts);
        }
        if (run.getEndedAt() != null) {
            addEnded(run, run.getEndedAt(), facts);
        }
        return facts.of(run.getVersion(), true);
    }

    private static long madeAsPlanned(ProductionRun run, ZoneId zone) {
        Instant endedAt = run.getEndedAt();
        boolean isInTime = endedAt != null
                && !endedAt.atZone(zone)
                        .toLocalDate()
                        .isAfter(run.getPlannedEndAt().atZone(zone).toLocalDate());
        return isInTime
                ? Math.min(
                        run.getPlannedQuantity(), FactList.sum(run.getFirstPassQuantity(), run.getReworkedQuantity()))
                : 0;
    }

    private static void addEnded(ProductionRun run, Instant at, FactList facts) {
        facts.add(of(FactKind.RUN, run, at)
                .with(Attribute.SKU, run.getSku())
                .with(Attribute.OPERATION, run.getOperation())
                .with(Attribute.STATE, run.getIsLastOperation() ? "last" : "earlier")
                .with(Figure.UNITS, run.getProducedQuantity())
                .with(Figure.FIRST_PASS, run.getFirstPassQuantity())
                .with(Figure.REWORKED, run.getReworkedQuantity())
                .with(Figure.SCRAPPED, run.getScrappedQuantity())
                .with(Figure.DURATION, run.getRunTimeMillis())
                .with(Figure.PLANNED_TIME, run.getPlannedTimeMillis())
                .with(Figure.AVAILABLE_TIME, run.getAvailableTimeMillis())
                .with(Figure.IDEAL_TIME, FactList.product(run.getIdealCycleMillis(), run.getProducedQuantity())));
        addCost(run, at, "material", material(run), facts);
        addCost(run, at, "labour", run.getLabourMicros(), facts);
        addCost(run, at, "overhead", run.getOverheadMicros(), facts);
        facts.add(of(FactKind.VARIANCE, run, at)
                .with(
                        Figure.AMOUNT,
                        atStandardPrice(
                                run,
                                used -> units(used.getActualMicroUnits())
                                        .subtract(units(used.getStandardMicroUnits())))));
    }

    /** All that is issued to it is in the run from its start on, as no record tells when each material was issued. */
    private static void addWorkInProgress(ProductionRun run, Instant startedAt, FactList facts) {
        long material = material(run);
        Instant endedAt = run.getEndedAt();
        if (material == 0 || (endedAt != null && endedAt.isBefore(startedAt))) {
            return;
        }
        facts.add(of(FactKind.WIP, run, startedAt).with(Figure.AMOUNT, material));
        if (endedAt != null) {
            facts.add(of(FactKind.WIP, run, endedAt).with(Figure.AMOUNT, -material));
        }
    }

    private static long material(ProductionRun run) {
        return atStandardPrice(run, used -> units(used.getActualMicroUnits()));
    }

    private static void addCost(ProductionRun run, Instant at, String kind, long amount, FactList facts) {
        facts.add(of(FactKind.RUN_COST, run, at).with(Attribute.KIND, kind).with(Figure.AMOUNT, amount));
    }

    /** Exact, rounded half-even to millionths once for the run. */
    private static long atStandardPrice(ProductionRun run, Function<RunMaterial, BigDecimal> units) {
        return FactList.whole(run.getMaterials().stream()
                .map(used -> units.apply(used).multiply(BigDecimal.valueOf(used.getStandardPriceMicros())))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static BigDecimal units(long microUnits) {
        return BigDecimal.valueOf(microUnits, MICRO_PLACES);
    }

    private static Fact.Builder of(FactKind kind, ProductionRun run, Instant at) {
        return Fact.of(kind, FactList.micros(at))
                .with(Attribute.LINE, run.getLine())
                .with(Attribute.CATEGORY, run.getCategory());
    }
}
