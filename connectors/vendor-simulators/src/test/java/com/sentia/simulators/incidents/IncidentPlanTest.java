package com.sentia.simulators.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.simulators.retail.DateShift;
import com.sentia.simulators.retail.RetailHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentPlanTest {
    private static final IncidentPlan PLAN = Shipped.plan(1);

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(Shipped.plan(1)).isEqualTo(PLAN);
        assertThat(Shipped.plan(2).incidents()).isNotEqualTo(PLAN.incidents());
        assertThat(Shipped.plan(2).lines()).isNotEqualTo(PLAN.lines());
    }

    @Test
    void movesWithTheDates() {
        IncidentPlan moved = IncidentPlan.of(Shipped.FILE, new DateShift(52), 0.7, 1, Shipped.FACTORY_SEED);

        assertThat(moved.lines()).isEqualTo(PLAN.lines());
        assertThat(Shipped.of(moved, IncidentKind.DEMAND_SURGE))
                .extracting(Incident::start)
                .isEqualTo(Shipped.of(PLAN, IncidentKind.DEMAND_SURGE).stream()
                        .map(surge -> surge.start().plus(Duration.ofDays(52 * 7)))
                        .toList());
    }

    @Test
    void hasEachKindWhileTheShopsAreOpenAndInThePast() {
        RetailHistory history = Shipped.history(PLAN);
        Instant opens = Instant.ofEpochSecond(history.whenShareHadHappened(Shipped.HISTORY_SHARE));
        Instant ends = Instant.ofEpochSecond(history.end());

        for (IncidentKind kind : IncidentKind.values()) {
            assertThat(Shipped.of(PLAN, kind))
                    .as("%s", kind)
                    .anySatisfy(live -> {
                        assertThat(live.start()).isAfter(opens);
                        assertThat(live.end()).isBefore(ends);
                    })
                    .anySatisfy(past -> assertThat(past.end()).isBefore(opens));
        }
    }

    @Test
    void neverHasTwoOfOneRootAtOnce() {
        for (long seed = 1; seed <= 10; seed++) {
            List<Incident> incidents = Shipped.plan(seed).incidents();
            assertThat(incidents).doesNotHaveDuplicates();
            for (Incident one : incidents) {
                assertThat(one.start()).isBefore(one.end());
                assertThat(incidents)
                        .as("seed %d, %s", seed, one)
                        .filteredOn(other -> !other.equals(one) && other.root().equals(one.root()))
                        .allSatisfy(other -> assertThat(!other.start().isBefore(one.end())
                                        || !one.start().isBefore(other.end()))
                                .isTrue());
            }
        }
    }

    @Test
    void namesKpisThatThereAre() throws IOException {
        String kpis = Files.readString(Path.of("../../jobs-config/kpis.yaml"));

        assertThat(PLAN.incidents())
                .flatExtracting(incident -> incident.kind().kpis())
                .allSatisfy(kpi -> assertThat(kpis).contains("\n  " + kpi + ":\n"));
    }
}
