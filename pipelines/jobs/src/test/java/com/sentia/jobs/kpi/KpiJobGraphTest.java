package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.runtime.JobEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

class KpiJobGraphTest {
    private final StreamGraph graph = graph();

    @Test
    void givesEveryOperatorTheUidOnTheList() throws IOException {
        List<String> uids = graph.getStreamNodes().stream()
                .map(StreamNode::getTransformationUID)
                .map(Objects::requireNonNull)
                .map(uid -> uid.replaceFirst("^Sink (Committer|Writer): ", ""))
                .distinct()
                .sorted()
                .toList();

        assertThat(uids).isEqualTo(listed());
    }

    @Test
    void namesEveryOperatorAsItsUid() {
        assertThat(graph.getStreamNodes())
                .allSatisfy(node -> assertThat(node.getOperatorName())
                        .contains(Objects.requireNonNull(node.getTransformationUID())
                                .replaceFirst("^Sink (Committer|Writer): ", "")));
    }

    @Test
    void fixesTheMaximalParallelism() {
        assertThat(graph.getStreamNodes())
                .allSatisfy(node -> assertThat(node.getMaxParallelism()).isIn(-1, 1, JobEnvironment.MAX_PARALLELISM));
    }

    private static List<String> listed() throws IOException {
        try (InputStream file = Objects.requireNonNull(KpiJobGraphTest.class.getResourceAsStream("uids.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static StreamGraph graph() {
        StreamExecutionEnvironment environment = JobEnvironment.create();
        KpiJob.build(environment, Script.settings());
        return environment.getStreamGraph();
    }
}
