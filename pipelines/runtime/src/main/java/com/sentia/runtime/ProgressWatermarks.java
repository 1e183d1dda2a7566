package com.sentia.runtime;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.jspecify.annotations.Nullable;

/**
 * Watermark of one partition from the progress records in it: the least completeTo over the feeds declared for its topic, less 1 ms;
 * nothing before every one has spoken. Event times play no part, so a feed that is read late makes no record late.
 *
 * <p>A jump over a long time, as after a history has been read, is made in strides from the earliest event on: between them
 * checkpoints and progress get their turn.
 */
public final class ProgressWatermarks<T> implements WatermarkGenerator<T> {
    private static final long STRIDE_MS = 86_400_000L;
    private static final long MICROS_PER_MS = 1_000L;

    private final DeclaredFeeds feeds;
    private final Access<T> access;
    private final Map<String, Long> completeTo = new HashMap<>();
    private long earliestMs = Long.MAX_VALUE;
    private long watermark = Long.MIN_VALUE;

    /** How to find in an element what watermarks depend on. */
    public interface Access<T> extends Serializable {

        /** Null for an element that is no progress. */
        @Nullable
        UnitProgress progress(T element);

        /** The element's earliest business time in microseconds; {@link Long#MAX_VALUE} when it has none. */
        long earliestMicros(T element);
    }

    /** Whose progress is waited for on a topic. */
    @FunctionalInterface
    public interface DeclaredFeeds extends Serializable {

        /** The feeds that fill the topic, each {@code vendor/unit/entity}; others are not waited for. */
        Set<String> on(String topic);
    }

    public ProgressWatermarks(DeclaredFeeds feeds, Access<T> access) {
        this.feeds = feeds;
        this.access = access;
    }

    @Override
    public void onEvent(T event, long timestamp, WatermarkOutput output) {
        UnitProgress progress = access.progress(event);
        if (progress == null) {
            long earliest = access.earliestMicros(event);
            if (earliest != Long.MAX_VALUE) {
                earliestMs = Math.min(earliestMs, Math.floorDiv(earliest, MICROS_PER_MS));
            }
            return;
        }
        Set<String> awaited = feeds.on(progress.position().topic());
        if (!awaited.contains(progress.feed())) {
            return;
        }
        completeTo.merge(progress.feed(), progress.completeToMicros(), Math::max);
        if (completeTo.size() == awaited.size()) {
            long least = completeTo.values().stream()
                    .mapToLong(Long::longValue)
                    .min()
                    .orElseThrow();
            advance(Math.floorDiv(least, MICROS_PER_MS) - 1, output);
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // Watermarks come with progress records alone.
    }

    private void advance(long to, WatermarkOutput output) {
        if (to <= watermark) {
            return;
        }
        long from = watermark == Long.MIN_VALUE ? Math.min(earliestMs, to) : watermark;
        for (long stride = from + STRIDE_MS; stride < to; stride += STRIDE_MS) {
            output.emitWatermark(new Watermark(stride));
        }
        output.emitWatermark(new Watermark(to));
        watermark = to;
    }
}
