package com.sentia.jobs.kpi.state;

import com.sentia.analytics.fact.Contribution;
import com.sentia.analytics.window.NativeSums;
import java.io.IOException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Format of native sums: number of slices, then the end and the sum of each. */
public final class NativeSumsSerializer extends CompactSerializer<NativeSums> {
    public static final NativeSumsSerializer INSTANCE = new NativeSumsSerializer();

    @Override
    public void serialize(NativeSums sums, DataOutputView out) throws IOException {
        Longs.write(sums.bySlice().size(), out);
        for (Map.Entry<Long, Contribution> slice : sums.bySlice().entrySet()) {
            Longs.write(slice.getKey(), out);
            ContributionFormat.write(slice.getValue(), out);
        }
    }

    @Override
    public NativeSums deserialize(DataInputView in) throws IOException {
        NavigableMap<Long, Contribution> bySlice = new TreeMap<>();
        for (long left = Longs.read(in); left > 0; left--) {
            bySlice.put(Longs.read(in), ContributionFormat.read(in));
        }
        return new NativeSums(bySlice);
    }

    /** Contributions are never changed. */
    @Override
    public NativeSums copy(NativeSums sums) {
        return new NativeSums(new TreeMap<>(sums.bySlice()));
    }

    @Override
    public NativeSums createInstance() {
        return new NativeSums(new TreeMap<>());
    }

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public TypeSerializerSnapshot<NativeSums> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version 1 of the format. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<NativeSums> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
