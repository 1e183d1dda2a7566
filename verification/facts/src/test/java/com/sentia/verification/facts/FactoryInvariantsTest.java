package com.sentia.verification.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.InspectionDefect;
import com.sentia.schemas.MachineReading;
import com.sentia.schemas.MachineState;
import com.sentia.schemas.ProductionRun;
import com.sentia.schemas.QualityInspection;
import com.sentia.schemas.RunStatus;
import com.sentia.schemas.topics.Topics;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds of production runs, machines and inspections, whatever the seed. */
class FactoryInvariantsTest {
    private static final int TRIES = 5;

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void everyUnitThatWentThroughIsGoodOrBad(@ForAll long seed) {
        assertThat(completed(History.of(seed)))
                .isNotEmpty()
                .allMatch(run -> run.getProducedQuantity() > 0
                        && run.getProducedQuantity()
                                == run.getFirstPassQuantity() + run.getReworkedQuantity() + run.getScrappedQuantity())
                .allMatch(run -> run.getProducedQuantity() <= run.getPlannedQuantity());
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void theSecondOperationGetsTheGoodUnitsOfTheFirst(@ForAll long seed) {
        Map<String, ProductionRun> runs =
                completed(History.of(seed)).stream().collect(Collectors.toMap(ProductionRun::getRunId, run -> run));

        assertThat(runs.values().stream().filter(ProductionRun::getIsLastOperation))
                .isNotEmpty()
                .allSatisfy(test -> {
                    ProductionRun assembly = Objects.requireNonNull(runs.get(test.getLotId() + "-assemble"));
                    assertThat(assembly.getFirstPassQuantity() + assembly.getReworkedQuantity())
                            .isEqualTo(test.getProducedQuantity());
                });
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void timesAndUnitsOfARunAreThoseOfItsReadings(@ForAll long seed) {
        History history = History.of(seed);
        Map<String, List<MachineReading>> readings =
                history.current(Topics.MACHINE_READING, MachineReading.class).stream()
                        .filter(reading -> reading.getRunId() != null)
                        .collect(Collectors.groupingBy(MachineReading::getRunId));

        assertThat(completed(history)).allSatisfy(run -> {
            List<MachineReading> its = Objects.requireNonNull(readings.get(run.getRunId()));
            assertThat(its.stream().mapToLong(MachineReading::getUnits).sum()).isEqualTo(run.getProducedQuantity());
            assertThat(covered(its, MachineState.RUNNING)).isEqualTo(run.getRunTimeMillis());
            assertThat(covered(its, MachineState.RUNNING) + covered(its, MachineState.DOWN))
                    .isEqualTo(run.getPlannedTimeMillis());
            assertThat(run.getAvailableTimeMillis()).isGreaterThan(run.getPlannedTimeMillis());
            assertThat(run.getIdealCycleMillis() * run.getProducedQuantity()).isLessThan(run.getRunTimeMillis());
        });
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void readingsOfAMachineDoNotOverlap(@ForAll long seed) {
        Map<String, Instant> readTo = new HashMap<>();
        History.of(seed).current(Topics.MACHINE_READING, MachineReading.class).stream()
                .sorted(Comparator.comparing(MachineReading::getReadAt))
                .forEach(reading -> {
                    Instant from = reading.getReadAt().minusMillis(reading.getCoveredMillis());
                    Instant before = readTo.put(reading.getMachine(), reading.getReadAt());
                    assertThat(before == null || !from.isBefore(before)).isTrue();
                });
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aFailureIsNamedWhileAMachineIsDownAndOnlyThen(@ForAll long seed) {
        assertThat(History.of(seed).current(Topics.MACHINE_READING, MachineReading.class))
                .allMatch(reading -> (reading.getFailureId() != null) == (reading.getState() == MachineState.DOWN));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void inspectionsFindWhatTheRunCounts(@ForAll long seed) {
        History history = History.of(seed);
        Map<String, QualityInspection> inspections =
                history.current(Topics.QUALITY_INSPECTION, QualityInspection.class).stream()
                        .filter(inspection -> inspection.getRunId() != null)
                        .collect(Collectors.toMap(QualityInspection::getRunId, inspection -> inspection));

        assertThat(completed(history)).allSatisfy(run -> {
            QualityInspection inspection = Objects.requireNonNull(inspections.get(run.getRunId()));
            assertThat(inspection.getInspectedQuantity()).isEqualTo(run.getProducedQuantity());
            assertThat(inspection.getPassedQuantity()).isEqualTo(run.getFirstPassQuantity());
        });
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void unitsInspectedPassOrHaveADefect(@ForAll long seed) {
        assertThat(History.of(seed).current(Topics.QUALITY_INSPECTION, QualityInspection.class))
                .allMatch(inspection -> inspection.getInspectedQuantity()
                        == inspection.getPassedQuantity()
                                + inspection.getDefects().stream()
                                        .mapToLong(InspectionDefect::getQuantity)
                                        .sum());
    }

    private static List<ProductionRun> completed(History history) {
        return history.current(Topics.PRODUCTION_RUN, ProductionRun.class).stream()
                .filter(run -> run.getStatus() == RunStatus.COMPLETED)
                .toList();
    }

    private static long covered(List<MachineReading> readings, MachineState state) {
        return readings.stream()
                .filter(reading -> reading.getState() == state)
                .mapToLong(MachineReading::getCoveredMillis)
                .sum();
    }
}
