package com.sentia.verification.demo;

import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Waits until all that the shops held by an instant has come to topics, which feeds that count for no value do at their leisure. */
final class SourcesRead {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private SourcesRead() {}

    /**
     * Whether it has, after waiting a while.
     *
     * @param feeds how many feeds tell each topic of their progress, in every partition
     */
    static boolean await(DemoCheckSettings.Pipeline pipeline, List<Topic> topics, int feeds, Instant to) {
        long begun = System.nanoTime();
        while (!areRead(pipeline, topics, feeds, to)) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                return false;
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CheckException("interrupted while waiting for the shops to be read to their ends", e);
            }
        }
        return true;
    }

    private static boolean areRead(DemoCheckSettings.Pipeline pipeline, List<Topic> topics, int feeds, Instant to) {
        int told = topics.stream().mapToInt(Topic::partitions).sum() * feeds;
        List<Instant> reached = NewestRecords.read(
                pipeline,
                topics,
                record -> record instanceof SourceProgress progress
                        ? Optional.of(progress.getCompleteTo())
                        : Optional.empty());
        return reached.size() == told && reached.stream().noneMatch(to::isAfter);
    }
}
