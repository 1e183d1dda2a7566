package com.sentia.runtime;

import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The environment all our jobs run in; what is not set here is the cluster's to set. */
public final class JobEnvironment {
    /** Fixed for good: state can't be restored under another. */
    public static final int MAX_PARALLELISM = 128;

    private JobEnvironment() {}

    public static StreamExecutionEnvironment create() {
        return create(new Configuration());
    }

    /** With more settings, which ours override. */
    public static StreamExecutionEnvironment create(Configuration more) {
        Configuration configuration = new Configuration(more);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        configuration.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        // Operators take it that at a checkpoint every subtask has seen the same watermark.
        configuration.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
        return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    }
}
