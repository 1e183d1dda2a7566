package com.sentia.jobs.kpi;

import com.sentia.runtime.UnitProgress;
import com.sentia.timescale.KpiWrite;
import com.sentia.timescale.SourceProgressRow;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Says how far each feed has been counted, once that is beyond doubt.
 *
 * <p>A progress record speaks of all data before it in its partition. That data takes other ways through the job, so the
 * record is held until a checkpoint that began after it is complete: then everything before it has been counted and flushed.
 * A feed has come as far as the partition that is furthest behind; nothing is said before all have spoken. Runs with
 * parallelism one.
 */
final class ConfirmProgressOperator extends AbstractStreamOperator<KpiWrite>
        implements OneInputStreamOperator<UnitProgress, KpiWrite> {
    private final Partitions partitions;
    private transient @Nullable ListState<UnitProgress> state;
    private transient @Nullable Map<String, Map<String, UnitProgress>> latest;
    private transient @Nullable TreeMap<Long, List<SourceProgressRow>> unconfirmed;
    private transient boolean hasFinished;

    /** In how many partitions a feed speaks. */
    @FunctionalInterface
    interface Partitions extends Serializable {

        /** 0 of a feed that nobody knows: nothing is said of it. */
        int of(String feed);
    }

    ConfirmProgressOperator(Partitions partitions) {
        this.partitions = partitions;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        state = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("latest", TypeInformation.of(UnitProgress.class)));
        latest = new HashMap<>();
        unconfirmed = new TreeMap<>();
        for (UnitProgress progress : Objects.requireNonNull(state).get()) {
            keep(progress);
        }
    }

    @Override
    public void processElement(StreamRecord<UnitProgress> element) {
        keep(element.getValue());
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        Map<String, Map<String, UnitProgress>> feeds = Objects.requireNonNull(latest);
        Objects.requireNonNull(state)
                .update(feeds.values().stream()
                        .flatMap(feed -> feed.values().stream())
                        .toList());
        List<SourceProgressRow> rows = new ArrayList<>();
        feeds.forEach((feed, spoken) -> {
            int wanted = partitions.of(feed);
            if (wanted > 0 && spoken.size() >= wanted) {
                rows.add(row(spoken.values()));
            }
        });
        Objects.requireNonNull(unconfirmed).put(context.getCheckpointId(), rows);
    }

    @Override
    public void finish() throws Exception {
        hasFinished = true;
        super.finish();
    }

    /** When the input has ended (a stop that drains) the last checkpoint is complete too late: nothing can be said any more. */
    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        super.notifyCheckpointComplete(checkpointId);
        if (hasFinished) {
            return;
        }
        Map<Long, List<SourceProgressRow>> confirmed =
                Objects.requireNonNull(unconfirmed).headMap(checkpointId, true);
        List<SourceProgressRow> rows = List.of();
        for (List<SourceProgressRow> later : confirmed.values()) {
            rows = later;
        }
        confirmed.clear();
        rows.forEach(row -> output.collect(new StreamRecord<>(KpiWrite.of(row))));
    }

    private void keep(UnitProgress progress) {
        Objects.requireNonNull(latest)
                .computeIfAbsent(progress.feed(), absent -> new HashMap<>())
                .merge(
                        progress.position().topic() + "/" + progress.position().partition(),
                        progress,
                        (a, b) -> a.position().offset() > b.position().offset() ? a : b);
    }

    private static SourceProgressRow row(Collection<UnitProgress> partitions) {
        UnitProgress any = partitions.iterator().next();
        return new SourceProgressRow(
                any.vendor(),
                any.unit(),
                any.entity(),
                partitions.stream()
                        .collect(Collectors.summarizingLong(UnitProgress::completeToMicros))
                        .getMin(),
                partitions.stream()
                        .collect(Collectors.summarizingLong(UnitProgress::atMicros))
                        .getMax());
    }
}
