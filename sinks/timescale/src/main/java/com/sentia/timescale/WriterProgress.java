package com.sentia.timescale;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far one parallel writer of a job has come. Written after, and in one transaction with, all it emitted before.
 *
 * @param job the name it took its generation under
 * @param subtask its index, from 0
 * @param parallelism how many subtasks there are
 * @param generation from {@link WriterGeneration}
 * @param finalToMicros windows ending at or before are final, UTC; null while none is
 * @param counters exactly-once counters by name, from checkpointed state
 */
public record WriterProgress(
        String job,
        int subtask,
        int parallelism,
        long generation,
        @Nullable Long finalToMicros,
        Map<String, Long> counters) {}
