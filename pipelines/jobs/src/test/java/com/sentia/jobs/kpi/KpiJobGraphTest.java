package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.runtime.JobEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.junit.jupiter.api.Test;

class KpiJobGraphTest {
    private final StreamGraph graph = graph();

    @Test
    void givesEveryOperatorTheUidOnTheRunbooksList() {
        assertThat(Uids.of(graph)).isEqualTo(Uids.promised().keySet());
    }

    @Test
    void namesEveryOperatorAsItsUid() {
        assertThat(graph.getStreamNodes())
                .allSatisfy(node -> assertThat(node.getOperatorName()).contains(Uids.of(node)));
    }

    @Test
    void fixesTheMaximalParallelism() {
        assertThat(graph.getStreamNodes())
                .allSatisfy(node -> assertThat(node.getMaxParallelism()).isIn(-1, 1, JobEnvironment.MAX_PARALLELISM));
    }

    private static StreamGraph graph() {
        StreamExecutionEnvironment environment = JobEnvironment.create();
        KpiJob.build(environment, Script.settings());
        return environment.getStreamGraph();
    }
}
