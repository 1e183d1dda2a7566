package com.sentia.jobs.kpi;

import com.sentia.timescale.WriterProgress;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;

/**
 * Holds sources back until a job has said that values are final as far as each waits for: what they send then comes behind that.
 *
 * @param stages in the order of what they wait for
 */
record Pace(List<Stage> stages) implements Serializable {
    /**
     * One thing waited for; once it has come it stays, also through failures.
     *
     * @param finalTo how far values are to be final, microseconds
     * @param subtasks opened each by one of the subtasks that say so
     */
    private record Stage(long finalTo, List<Gate> subtasks) implements Serializable {
        CompletionStage<Void> opened() {
            return CompletableFuture.allOf(subtasks.stream().map(Gate::opened).toArray(CompletableFuture[]::new));
        }
    }

    /**
     * @param finalTo what each stage waits for, microseconds; {@link Long#MIN_VALUE} for nothing
     * @param parallelism how many subtasks say how far values are final
     */
    static Pace of(Stream<Long> finalTo, int parallelism) {
        return new Pace(finalTo.map(reached -> new Stage(
                        reached,
                        IntStream.range(0, parallelism)
                                .mapToObj(subtask -> reached == Long.MIN_VALUE ? Gate.open() : Gate.closed())
                                .toList()))
                .toList());
    }

    /** A subtask says how far it is. */
    void said(WriterProgress progress) {
        Long finalTo = progress.finalToMicros();
        for (Stage stage : stages) {
            if (finalTo != null && stage.finalTo <= finalTo) {
                stage.subtasks.get(progress.subtask()).letGo();
            }
        }
    }

    <S extends SourceSplit> RateLimiterStrategy<S> holdingTheSource(int stage) {
        Pace pace = this;
        return parallelism -> new Hold<>(pace, stage);
    }

    private record Hold<S extends SourceSplit>(Pace pace, int stage) implements RateLimiter<S> {
        @Override
        public CompletionStage<Void> acquire(int elements) {
            return pace.stages.get(stage).opened();
        }
    }
}
