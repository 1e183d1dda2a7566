package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.runtime.Position;
import com.sentia.runtime.UnitProgress;
import com.sentia.timescale.KpiWrite;
import com.sentia.timescale.SourceProgressRow;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfirmProgressOperatorTest {
    private OneInputStreamOperatorTestHarness<UnitProgress, KpiWrite> harness = harness();

    @BeforeEach
    void open() throws Exception {
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void waitsForTheCheckpointThatBeganAfterTheProgress() throws Exception {
        tell(0, 1, 50);
        tell(1, 1, 40);
        harness.snapshot(1, 1);
        tell(0, 2, 70);
        tell(1, 2, 70);
        assertThat(harness.extractOutputValues()).isEmpty();

        harness.notifyOfCompletedCheckpoint(1);

        assertThat(harness.extractOutputValues())
                .containsExactly(KpiWrite.of(new SourceProgressRow("shopify", "uk", "order", 40, 9)));
    }

    @Test
    void saysNothingBeforeEveryPartitionHasSpoken() throws Exception {
        tell(0, 1, 50);
        harness.snapshot(1, 1);
        harness.notifyOfCompletedCheckpoint(1);

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void knowsAfterARestartHowFarEachPartitionWas() throws Exception {
        tell(0, 1, 50);
        tell(1, 1, 40);
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(snapshot);
        harness.open();

        tell(1, 2, 60);
        harness.snapshot(2, 2);
        harness.notifyOfCompletedCheckpoint(2);

        assertThat(harness.extractOutputValues())
                .containsExactly(KpiWrite.of(new SourceProgressRow("shopify", "uk", "order", 50, 9)));
    }

    /** As when a job is stopped and drained. */
    @Test
    void saysNothingOnceItsInputHasEnded() throws Exception {
        tell(0, 1, 50);
        tell(1, 1, 40);
        harness.getOperator().finish();
        harness.snapshot(1, 1);
        harness.notifyOfCompletedCheckpoint(1);

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    private void tell(int partition, long offset, long completeTo) throws Exception {
        harness.processElement(
                new UnitProgress(
                        new Position("sales.order.v1", partition, offset), "shopify", "uk", "order", completeTo, 9),
                0);
    }

    private static OneInputStreamOperatorTestHarness<UnitProgress, KpiWrite> harness() {
        try {
            return new OneInputStreamOperatorTestHarness<>(new ConfirmProgressOperator(feed -> 2));
        } catch (Exception e) {
            throw new IllegalStateException("no harness for this test", e);
        }
    }
}
