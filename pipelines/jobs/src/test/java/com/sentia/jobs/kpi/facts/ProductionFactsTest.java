package com.sentia.jobs.kpi.facts;

import static com.sentia.jobs.kpi.facts.MappedFacts.assertUnfit;
import static com.sentia.jobs.kpi.facts.MappedFacts.facts;
import static com.sentia.jobs.kpi.facts.MappedFacts.one;
import static com.sentia.jobs.kpi.facts.Moments.LATE;
import static com.sentia.jobs.kpi.facts.Moments.NINE;
import static com.sentia.jobs.kpi.facts.Moments.NOON;
import static com.sentia.jobs.kpi.facts.ProductionRecords.inspection;
import static com.sentia.jobs.kpi.facts.ProductionRecords.reading;
import static com.sentia.jobs.kpi.facts.ProductionRecords.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.schemas.MachineState;
import com.sentia.schemas.Op;
import com.sentia.schemas.ProductionRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductionFactsTest {
    @Test
    void holdsMaterialInProgressFromStartToEnd() {
        Fact issued = one(facts(run().setEndedAt(null).build()), FactKind.WIP);
        assertThat(issued.timeMicros()).isEqualTo(FactList.micros(NINE));
        assertThat(issued.figure(Figure.AMOUNT)).isEqualTo(4);
        assertThat(issued.text(Attribute.LINE)).isEqualTo("L1");

        assertThat(facts(run().setEndedAt(NOON).build()))
                .filteredOn(fact -> fact.kind() == FactKind.WIP)
                .extracting(fact -> fact.timeMicros() + " " + fact.figure(Figure.AMOUNT))
                .containsExactly(FactList.micros(NINE) + " 4", FactList.micros(NOON) + " -4");
        for (ProductionRun none : List.of(
                run().setStartedAt(null).setEndedAt(null).build(),
                run().setMaterials(List.of()).build(),
                run().setStartedAt(NOON).setEndedAt(NINE).build(),
                run().setOp(Op.DELETE).build())) {
            assertThat(facts(none)).extracting(Fact::kind).doesNotContain(FactKind.WIP);
        }
        assertUnfit(run().setEndedAt(null).setCurrency("QQQ").build(), "unknown-currency");
    }

    @Test
    void countsARunWholeWhenItHasEnded() {
        ProductionRun.Builder run = run();

        assertThat(facts(run.setEndedAt(null).build()))
                .extracting(Fact::kind)
                .containsExactly(FactKind.SCHEDULE, FactKind.WIP);
        List<Fact> ended = facts(run.setEndedAt(NOON).build());
        assertThat(one(ended, FactKind.RUN).figure(Figure.IDEAL_TIME)).isEqualTo(100 * 30_000L);
        assertThat(one(ended, FactKind.SCHEDULE).figure(Figure.UNITS)).isEqualTo(90);
        // 1.5 units of 0.000003 make 0.0000045, half-even 0.000004.
        assertThat(ended)
                .filteredOn(fact -> fact.kind() == FactKind.RUN_COST)
                .extracting(fact -> fact.figure(Figure.AMOUNT))
                .containsExactly(4L, 10L, 20L);
        assertThat(one(ended, FactKind.VARIANCE).figure(Figure.AMOUNT)).isEqualTo(2);
    }

    @Test
    void keepsAScheduleOnlyWithinItsBusinessDay() {
        ProductionRun late = run().setEndedAt(LATE).build();

        assertThat(one(facts(late), FactKind.SCHEDULE).figure(Figure.UNITS)).isZero();
    }

    @Test
    void countsAReadingByWhatTheMachineDid() {
        List<Fact> running = facts(reading().build());

        assertThat(running).extracting(Fact::kind).containsExactly(FactKind.READING, FactKind.CYCLE);
        assertThat(one(running, FactKind.READING).timeMicros()).isEqualTo(FactList.micros(NOON));
        assertThat(one(running, FactKind.READING).text(Attribute.STATE)).isEqualTo("running");
        assertThat(one(running, FactKind.READING).text(Attribute.FAILURE)).isNull();
        assertThat(one(running, FactKind.READING).figure(Figure.UNITS)).isEqualTo(12);
        assertThat(one(running, FactKind.READING).figure(Figure.DURATION)).isEqualTo(900_000);
        assertThat(one(running, FactKind.CYCLE).figure(Figure.DURATION)).isEqualTo(75_000);
        List<Fact> down = facts(reading()
                .setState(MachineState.DOWN)
                .setFailureId("F1")
                .setUnits(0)
                .setCycleMillis(null)
                .build());
        assertThat(down).extracting(Fact::kind).containsExactly(FactKind.READING);
        assertThat(one(down, FactKind.READING).text(Attribute.STATE)).isEqualTo("down");
        assertThat(one(down, FactKind.READING).text(Attribute.FAILURE)).isEqualTo("F1");
    }

    @Test
    void countsAnInspectionOfProductionOrOfGoodsReceived() {
        List<Fact> made = facts(inspection().build());

        assertThat(one(made, FactKind.INSPECTION).figure(Figure.UNITS)).isEqualTo(50);
        assertThat(one(made, FactKind.INSPECTION).text(Attribute.KIND)).isEqualTo("production");
        assertThat(made)
                .filteredOn(fact -> fact.kind() == FactKind.DEFECTIVE)
                .extracting(fact -> fact.text(Attribute.DEFECT) + " " + fact.figure(Figure.UNITS))
                .containsExactly("scratch 3", "crack 1");
        List<Fact> received = facts(inspection()
                .setRunId(null)
                .setLine(null)
                .setSupplier("S1")
                .setDefects(List.of())
                .build());
        assertThat(received).extracting(Fact::kind).containsExactly(FactKind.INSPECTION);
        assertThat(one(received, FactKind.INSPECTION).text(Attribute.KIND)).isEqualTo("incoming");
        assertThat(one(received, FactKind.INSPECTION).text(Attribute.SUPPLIER)).isEqualTo("S1");
        assertThat(facts(inspection().setOp(Op.DELETE).build())).isEmpty();
    }
}
